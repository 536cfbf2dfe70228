import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import { insideOf } from '../../map/layers/inside-of.ts';
import { areasOfKind, numbersOf } from '../engine/planner-engine.ts';
import { bboxOfOutlines, ringsOf } from '../parts/bbox-of-outlines.ts';
import { url } from '../state/address.ts';
import { shown } from '../state/chosen.ts';
import { areas, data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { shareOf, sharePhrase } from '../words/phrases.ts';

const WIDTH = 640;
const MARGIN = 8;

/** The map as a drawing for paper: areas with their grade, gaps with their rank, facilities as dots. */
export function ReportMap({ label }: { label: string }) {
  const outline = data.value?.subdistrict.geometry;
  const analysis = shown.value;
  if (!outline || !analysis) return null;
  const [west, south, east, north] = bboxOfOutlines([outline]);
  const perLat = (WIDTH - 2 * MARGIN) / ((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180));
  const perLng = (WIDTH - 2 * MARGIN) / (east - west);
  const height = (north - south) * perLat + 2 * MARGIN;
  const pointOf = ([lng, lat]: Position): [number, number] => [
    MARGIN + (lng - west) * perLng,
    MARGIN + (north - lat) * perLat,
  ];
  const pathOf = (shape: Outline) =>
    ringsOf(shape)
      .map((ring) => `M${ring.map((each) => pointOf(each).map((value) => value.toFixed(1))).join('L')}Z`)
      .join('');
  const numbers = numbersOf(analysis, question.value.class);
  const found = areasOfKind(numbers, url.value.areaKind);
  return (
    <svg class="report-map" viewBox={`0 0 ${WIDTH} ${height.toFixed(0)}`} role="img" aria-label={label}>
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
      {analysis.facilities.map(({ id, position, isOpen, change }) => {
        const [x, y] = pointOf(position);
        const isInside = x > 0 && x < WIDTH && y > 0 && y < height;
        return isInside && change !== 'remove' ? (
          <circle
            key={id}
            class={isOpen ? 'report-facility' : 'report-facility report-closed'}
            cx={x}
            cy={y}
            r="4.5"
          />
        ) : null;
      })}
      {areas.value.map(({ code, name, outline: shape }) => {
        const [x, y] = pointOf(insideOf(shape));
        const area = found.get(code);
        return (
          <text key={code} class="report-name" x={x} y={y} text-anchor="middle">
            {name} {area && sharePhrase(shareOf(area))}
          </text>
        );
      })}
      {analysis.gaps.slice(0, 12).map(({ rank, outline: shape }) => {
        const [x, y] = pointOf(insideOf(shape));
        return (
          <g key={rank}>
            <circle class="report-rank-ground" cx={x} cy={y} r="8" />
            <text class="report-rank" x={x} y={y + 3.5} text-anchor="middle">
              {rank}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
