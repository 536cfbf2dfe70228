import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import { insideOf } from '../../map/layers/inside-of.ts';
import { labelPlaces, type MovableBox } from '../../map/layers/label-places.ts';
import { type Analysis, areasOfKind, numbersOf } from '../engine/planner-engine.ts';
import { ringsOf } from '../parts/bbox-of-outlines.ts';
import { addedNumber } from '../scenario/added-number.ts';
import { url } from '../state/address.ts';
import { areas, data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { changes } from '../state/scenario-store.ts';
import { emptinessOf } from '../words/emptiness.ts';
import { shareOf, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { ADDED_UNITS, DOT_UNITS, ReportDot } from './report-dot.tsx';
import { ReportFoot } from './report-foot.tsx';
import { reportSheet, UNITS_PER_MILLIMETER } from './report-sheet.ts';

const NAME_UNITS = 11;
const LABEL_HEIGHT = 26;
const RANK_UNITS = 16;
const MOST_RANKS = 12;

/** The map as a drawing for paper: areas with their grade, gaps with their rank, facilities as dots. */
export function ReportMap({ label, analysis }: { label: string; analysis: Analysis }) {
  const { words } = useWords();
  const outline = data.value?.subdistrict.geometry;
  if (!outline) return null;
  const sheet = reportSheet(outline);
  const { width, height, pointOf } = sheet;
  const pathOf = (shape: Outline) =>
    ringsOf(shape)
      .map((ring) => `M${ring.map((each) => pointOf(each).map((value) => value.toFixed(1))).join('L')}Z`)
      .join('');
  const numbers = numbersOf(analysis, question.value.class);
  const found = areasOfKind(numbers, url.value.areaKind);
  const isEmpty = numbers && emptinessOf(numbers, data.value?.places ?? []) === 'none';
  const dots = analysis.facilities.flatMap(({ id, position, isOpen, change }) => {
    const [x, y] = pointOf(position);
    const isInside = x > 0 && x < width && y > 0 && y < height;
    if (!isInside || change === 'remove') return [];
    const size = change === 'add' ? ADDED_UNITS : DOT_UNITS;
    const number = addedNumber(id, changes.value);
    return [{ id, isOpen, change, number, x, y, width: size, height: size }];
  });
  const ranks = analysis.gaps.slice(0, MOST_RANKS).map(({ rank, outline: shape }): Label => {
    const [x, y] = pointOf(insideOf(shape));
    return { x, y, width: RANK_UNITS, height: RANK_UNITS, isName: false, lines: [String(rank)] };
  });
  const names = areas.value.map(({ code, name, outline: shape }): Label => {
    const [x, y] = pointOf(insideOf(shape));
    const area = found.get(code);
    const lines = area ? [name, isEmpty ? words.table.empty : sharePhrase(shareOf(area))] : [name];
    return { x, y, width: widthOf(name), height: LABEL_HEIGHT, isName: true, lines };
  });
  // The table beside it speaks of gaps by their number: names give way.
  const labels = [...ranks, ...names];
  const moves = labelPlaces(labels, dots);
  return (
    <svg
      class="report-map"
      viewBox={`0 0 ${width.toFixed(0)} ${height.toFixed(0)}`}
      style={{ width: `${(width / UNITS_PER_MILLIMETER).toFixed(1)}mm` }}
      role="img"
      aria-label={label}
    >
      {areas.value.map(({ code, outline: shape }) => (
        <path
          key={code}
          class="report-area"
          d={pathOf(shape)}
          fill={found.get(code)?.grade && !isEmpty ? `url(#grade-${found.get(code)?.grade})` : 'none'}
        />
      ))}
      {analysis.gaps.map(({ rank, outline: shape }) => (
        <path key={rank} class="report-gap" d={pathOf(shape)} fill="url(#gap-hatch)" fill-rule="evenodd" />
      ))}
      {analysis.unknown && (
        <path d={pathOf(analysis.unknown)} fill="url(#unknown-marks)" fill-rule="evenodd" />
      )}
      <path class="report-border" d={pathOf(outline)} />
      {dots.map(({ id, ...dot }) => (
        <ReportDot key={id} {...dot} />
      ))}
      {labels.map((each, index) => {
        const move = moves[index];
        return move && <ReportLabel key={index} {...each} x={each.x + move[0]} y={each.y + move[1]} />;
      })}
      <ReportFoot sheet={sheet} />
    </svg>
  );
}

type Label = MovableBox & { lines: readonly string[] };

const ReportLabel = ({ x, y, isName, lines: [first = '', second] }: Label) =>
  isName ? (
    <text class="report-name" x={x} y={second === undefined ? y + 4 : y - 2} text-anchor="middle">
      {first}
      <tspan class="report-share" x={x} dy="13">
        {second}
      </tspan>
    </text>
  ) : (
    <g>
      <circle class="report-rank-ground" cx={x} cy={y} r={RANK_UNITS / 2} />
      <text class="report-rank" x={x} y={y + 3.5} text-anchor="middle">
        {first}
      </text>
    </g>
  );

/** Chinese characters are as wide as they are high, others little more than half of it. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.6) * NAME_UNITS, 0);
