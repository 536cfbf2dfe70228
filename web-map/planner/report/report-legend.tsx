import { GRADES } from '../../../shared/coverage/grade.ts';
import type { Analysis, FacilitySeen } from '../engine/planner-engine.ts';
import { Swatch } from '../map/legend.tsx';
import { url } from '../state/address.ts';
import { useWords } from '../words/use-words.ts';
import { ReportDot } from './report-dot.tsx';

/** What the drawing on paper means, in words beside every fill. */
export function ReportLegend({ analysis }: { analysis: Analysis }) {
  const { words } = useWords();
  const { hour } = url.value;
  const has = (change: FacilitySeen['change']) =>
    analysis.facilities.some((facility) => facility.change === change);
  return (
    <ul class="report-legend">
      {GRADES.map((grade) => (
        <li key={grade}>
          <Swatch fill={`grade-${grade}`} />
          {words.grade[grade]} {words.gradeMeaning[grade]}
        </li>
      ))}
      <li>
        <Swatch fill="gap-hatch" />
        {words.legendGap}
      </li>
      {analysis.unknown && (
        <li>
          <Swatch fill="unknown-marks" />
          {words.legendUnknown}
        </li>
      )}
      <li>
        <Dot isOpen />
        {hour === undefined ? words.layer.facilities : words.legendOpen}
      </li>
      {hour !== undefined && (
        <li>
          <Dot isOpen={false} />
          {words.legendClosed}
        </li>
      )}
      {has('add') && (
        <li>
          <Dot isOpen change="add" />
          {words.legendAdded}
        </li>
      )}
      {has('move') && (
        <li>
          <Dot isOpen change="move" />
          {words.legendMoved}
        </li>
      )}
    </ul>
  );
}

const Dot = ({ isOpen, change }: { isOpen: boolean; change?: FacilitySeen['change'] }) => (
  <svg class="swatch" width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <ReportDot isOpen={isOpen} change={change} x={13} y={9} />
  </svg>
);
