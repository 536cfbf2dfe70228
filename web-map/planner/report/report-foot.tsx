import { reachPhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import type { ReportSheet } from './report-sheet.ts';

const BAR_X = 8;
const TICK = 4;

/** Under the map on paper: how long a round distance is, and where the north lies. */
export function ReportFoot({ sheet: { width, footY, scale } }: { sheet: ReportSheet }) {
  const { words, language } = useWords();
  const arrowX = width - 16;
  return (
    <g class="report-foot-marks">
      <path d={`M${BAR_X} ${footY - TICK}v${TICK}h${scale.width.toFixed(1)}v${-TICK}`} />
      <text x={BAR_X + scale.width + 6} y={footY + 2}>
        {reachPhrase(scale.meters, language)}
      </text>
      <path class="report-north" d={`M${arrowX} ${footY - 13}l5 13-5-3.500-5 3.500Z`} />
      <text x={arrowX} y={footY + 12} text-anchor="middle">
        {words.report.north}
      </text>
    </g>
  );
}
