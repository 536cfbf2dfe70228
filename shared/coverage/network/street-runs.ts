import type { Position } from '../../geo/position.ts';
import type { CellRuns } from '../cell-runs.ts';
import type { Question } from '../coverage.ts';
import { newDistanceField } from '../distance-field.ts';
import type { Raster } from '../raster.ts';
import type { StreetFillField } from './street-fill.ts';

/** What each site reaches along streets: one field of each, cut at the radius. */
export const streetRuns = (
  raster: Raster,
  sites: readonly Position[],
  fill: StreetFillField,
  question: Question,
): CellRuns => {
  const { width, height } = raster;
  const field = newDistanceField(raster);
  const offsets = new Int32Array(sites.length + 1);
  const [from, to]: [number[], number[]] = [[], []];
  for (const [site, position] of sites.entries()) {
    fill(field, [{ id: `${site}`, class: question.class, position }], question, question.radiusMeters);
    for (let row = 0; row < height; row++) {
      const end = (row + 1) * width;
      for (let cell = row * width; cell < end; cell++) {
        if (!((field.meters[cell] as number) <= question.radiusMeters)) continue;
        from.push(cell);
        while (cell < end && (field.meters[cell] as number) <= question.radiusMeters) cell++;
        to.push(cell);
      }
    }
    offsets[site + 1] = from.length;
  }
  return { offsets, from: Int32Array.from(from), to: Int32Array.from(to) };
};
