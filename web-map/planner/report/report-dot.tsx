import type { FacilitySeen } from '../engine/planner-engine.ts';

/** How wide and high a facility is on paper, in units of the drawing; what a scenario adds bears a number. */
export const DOT_UNITS = 10;
export const ADDED_UNITS = 20;

/** A facility on paper: filled while open, `+1` where a scenario adds it, with a ring where one moves it. */
export const ReportDot = ({
  x,
  y,
  isOpen,
  change,
  number = 0,
}: Pick<FacilitySeen, 'isOpen' | 'change'> & { x: number; y: number; number?: number }) =>
  change === 'add' ? (
    <g>
      <rect class="report-added" x={x - ADDED_UNITS / 2} y={y - 7} width={ADDED_UNITS} height={14} rx={3} />
      <text class="report-added-number" x={x} y={y + 3.5} text-anchor="middle">
        +{number || ''}
      </text>
    </g>
  ) : (
    <g>
      {change === 'move' && <circle class="report-moved" cx={x} cy={y} r={DOT_UNITS / 2 + 4} />}
      <circle
        class={isOpen ? 'report-facility' : 'report-facility report-closed'}
        cx={x}
        cy={y}
        r={DOT_UNITS / 2}
      />
    </g>
  );
