import { GRADES } from '../../../shared/coverage/grade.ts';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
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
  return (
    <ul class="legend" aria-label={words.legend}>
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
          {hour !== undefined && (
            <li>
              <PlaceSymbol place={{ kind, status: 'closed' }} />
              {words.legendClosed}
            </li>
          )}
        </>
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

export const Swatch = ({ fill }: { fill: string }) => (
  <svg class="swatch" width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <rect class="swatch-ground" x="0.75" y="0.75" width="24.5" height="16.5" rx="4" fill={`url(#${fill})`} />
  </svg>
);
