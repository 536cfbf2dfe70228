import { GRADES } from '../../../shared/coverage/grade.ts';
import { Swatch } from '../map/legend.tsx';
import { url } from '../state/address.ts';
import { shown } from '../state/chosen.ts';
import { useWords } from '../words/use-words.ts';
import { ReportDot } from './report-map.tsx';

/** What the drawing on paper means, in words beside every fill. */
export function ReportLegend() {
  const { words } = useWords();
  const { hour } = url.value;
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
      {shown.value?.unknown && (
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
    </ul>
  );
}

const Dot = ({ isOpen }: { isOpen: boolean }) => (
  <svg class="swatch" width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <ReportDot isOpen={isOpen} x={13} y={9} />
  </svg>
);
