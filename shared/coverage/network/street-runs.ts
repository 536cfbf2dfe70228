import type { Position } from '../../geo/position.ts';
import type { CellRuns } from '../cell-runs.ts';
import { windowAround } from '../cell-window.ts';
import type { Question } from '../class-coverage.ts';
import { newDistanceField } from '../distance-field.ts';
import type { Raster } from '../raster.ts';
import type { StreetFillField } from './street-fill.ts';

/** No way is shorter than the straight line; the planes of streets and of cells differ by less than this. */
const SLACK = 1.02;

/** What each site reaches along streets: the cells around it, as far as a straight line would lead, cut at the radius. */
export const streetRuns = (
  raster: Raster,
  sites: readonly Position[],
  fill: StreetFillField,
  question: Question,
): CellRuns => {
  const { width } = raster;
  const meters = question.radiusMeters;
  const field = newDistanceField(raster);
  const offsets = new Int32Array(sites.length + 1);
  const [from, to]: [number[], number[]] = [[], []];
  for (const [site, position] of sites.entries()) {
    const window = windowAround(raster, position, meters * SLACK);
    fill(field, [{ id: `${site}`, class: question.class, position }], question, { meters, window });
    for (let row = window.bottom; row < window.top; row++) {
      const end = row * width + window.right;
      for (let cell = row * width + window.left; cell < end; cell++) {
        if (!((field.meters[cell] as number) <= meters)) continue;
        from.push(cell);
        while (cell < end && (field.meters[cell] as number) <= meters) cell++;
        to.push(cell);
      }
    }
    offsets[site + 1] = from.length;
  }
  return { offsets, from: Int32Array.from(from), to: Int32Array.from(to) };
};
