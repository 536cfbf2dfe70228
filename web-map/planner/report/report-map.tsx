import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import { insideOf } from '../../map/layers/inside-of.ts';
import { labelPlaces, type MovableBox } from '../../map/layers/label-places.ts';
import { areasOfKind, numbersOf } from '../engine/planner-engine.ts';
import { bboxOfOutlines, ringsOf } from '../parts/bbox-of-outlines.ts';
import { url } from '../state/address.ts';
import { shown } from '../state/chosen.ts';
import { areas, data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { shareOf, sharePhrase } from '../words/phrases.ts';

/** The drawing is in quarters of a millimetre and fits beside its legend on a sheet of A4. */
const UNITS_PER_MILLIMETER = 4;
const MOST_WIDTH = 520;
const MOST_HEIGHT = 500;
const MARGIN = 8;

const NAME_UNITS = 11;
const LABEL_HEIGHT = 26;
const RANK_UNITS = 16;
const DOT_UNITS = 10;
const MOST_RANKS = 12;

/** The map as a drawing for paper: areas with their grade, gaps with their rank, facilities as dots. */
export function ReportMap({ label }: { label: string }) {
  const outline = data.value?.subdistrict.geometry;
  const analysis = shown.value;
  if (!outline || !analysis) return null;
  const { width, height, pointOf } = sheetOf(outline);
  const pathOf = (shape: Outline) =>
    ringsOf(shape)
      .map((ring) => `M${ring.map((each) => pointOf(each).map((value) => value.toFixed(1))).join('L')}Z`)
      .join('');
  const numbers = numbersOf(analysis, question.value.class);
  const found = areasOfKind(numbers, url.value.areaKind);
  const dots = analysis.facilities.flatMap(({ id, position, isOpen, change }) => {
    const [x, y] = pointOf(position);
    const isInside = x > 0 && x < width && y > 0 && y < height;
    return isInside && change !== 'remove' ? [{ id, isOpen, x, y, width: DOT_UNITS, height: DOT_UNITS }] : [];
  });
  const ranks = analysis.gaps.slice(0, MOST_RANKS).map(({ rank, outline: shape }): Label => {
    const [x, y] = pointOf(insideOf(shape));
    return { x, y, width: RANK_UNITS, height: RANK_UNITS, isName: false, lines: [String(rank)] };
  });
  const names = areas.value.map(({ code, name, outline: shape }): Label => {
    const [x, y] = pointOf(insideOf(shape));
    const area = found.get(code);
    const lines = area ? [name, sharePhrase(shareOf(area))] : [name];
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
          fill={found.get(code)?.grade ? `url(#grade-${found.get(code)?.grade})` : 'none'}
        />
      ))}
      {analysis.gaps.map(({ rank, outline: shape }) => (
        <path key={rank} class="report-gap" d={pathOf(shape)} fill="url(#gap-hatch)" fill-rule="evenodd" />
      ))}
      {analysis.unknown && (
        <path d={pathOf(analysis.unknown)} fill="url(#unknown-marks)" fill-rule="evenodd" />
      )}
      <path class="report-border" d={pathOf(outline)} />
      {dots.map(({ id, isOpen, x, y }) => (
        <ReportDot key={id} isOpen={isOpen} x={x} y={y} />
      ))}
      {labels.map((each, index) => {
        const move = moves[index];
        return move && <ReportLabel key={index} {...each} x={each.x + move[0]} y={each.y + move[1]} />;
      })}
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

/** A facility on paper. */
export const ReportDot = ({ isOpen, x, y }: { isOpen: boolean; x: number; y: number }) => (
  <circle
    class={isOpen ? 'report-facility' : 'report-facility report-closed'}
    cx={x}
    cy={y}
    r={DOT_UNITS / 2}
  />
);

/** Chinese characters are as wide as they are high, others little more than half of it. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.6) * NAME_UNITS, 0);

const sheetOf = (outline: Outline) => {
  const [west, south, east, north] = bboxOfOutlines([outline]);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perLat = Math.min(
    (MOST_WIDTH - 2 * MARGIN) / ((east - west) * narrowing),
    (MOST_HEIGHT - 2 * MARGIN) / (north - south),
  );
  return {
    width: (east - west) * narrowing * perLat + 2 * MARGIN,
    height: (north - south) * perLat + 2 * MARGIN,
    pointOf: ([lng, lat]: Position): [number, number] => [
      MARGIN + (lng - west) * narrowing * perLat,
      MARGIN + (north - lat) * perLat,
    ],
  };
};
