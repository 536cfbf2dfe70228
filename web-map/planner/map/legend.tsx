import { GRADES } from '../../../shared/coverage/grade.ts';
import type { Kind } from '../../../shared/place/kind.ts';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
import type { FacilitySeen } from '../engine/planner-engine.ts';
import { sitesLeft } from '../scenario/suggested.ts';
import { url } from '../state/address.ts';
import { shown } from '../state/chosen.ts';
import { kindOfClass } from '../state/classes.ts';
import { useWords } from '../words/use-words.ts';

/** What colours, hatches and symbols mean. */
export function Legend() {
  const { words } = useWords();
  const { view, layers, class: code, hour } = url.value;
  const kind = kindOfClass(code);
  const has = (change: FacilitySeen['change']) =>
    shown.value?.facilities.some((facility) => facility.change === change);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <ul class="legend" tabIndex={0} aria-label={words.legend}>
      {layers.includes('grades') &&
        GRADES.map((grade) => (
          <li key={grade}>
            <Swatch fill={`grade-${grade}`} />
            {words.gradeMeaning[grade]}
          </li>
        ))}
      {layers.includes('gaps') && (
        <li>
          <Swatch fill="gap-hatch" />
          {words.legendGap}
        </li>
      )}
      {layers.includes('gaps') && shown.value?.unknown && (
        <li>
          <Swatch fill="unknown-marks" />
          {words.legendUnknown}
        </li>
      )}
      {layers.includes('facilities') && (
        <>
          <li>
            <PlaceSymbol place={{ kind, status: 'open' }} />
            {hour === undefined ? words.layer.facilities : words.legendOpen}
          </li>
          {has('add') && (
            <li>
              <Changed kind={kind} change="add" />
              {words.legendAdded}
            </li>
          )}
          {has('move') && (
            <li>
              <Changed kind={kind} change="move" />
              {words.legendMoved}
            </li>
          )}
          {hour !== undefined && (
            <li>
              <PlaceSymbol place={{ kind, status: 'closed' }} />
              {words.legendClosed}
            </li>
          )}
        </>
      )}
      {layers.includes('reached') && shown.value?.reached && (
        <li>
          <Line />
          {words.layer.reached}
        </li>
      )}
      {layers.includes('buildings') && (
        <li>
          <svg class="swatch" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <rect class="building" x="4" y="4" width="10" height="10" />
          </svg>
          {words.layer.buildings}
        </li>
      )}
      {view === 'scenario' && sitesLeft.value.length > 0 && (
        <li>
          <span class="proposal legend-proposal">1</span>
          {words.legendProposal}
        </li>
      )}
    </ul>
  );
}

const Line = () => (
  <svg class="swatch" width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <path class="catchment" d="M1 9h24" />
  </svg>
);

const Changed = ({ kind, change }: { kind: Kind; change: 'add' | 'move' }) => (
  <span class={`legend-changed facility-${change}`}>
    <PlaceSymbol place={{ kind, status: 'open' }} />
  </span>
);

export const Swatch = ({ fill }: { fill: string }) => (
  <svg class="swatch" width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <rect class="swatch-ground" x="0.75" y="0.75" width="24.5" height="16.5" rx="4" fill={`url(#${fill})`} />
  </svg>
);
