import type { Position } from '../geo/position.ts';
import { eastOf, northOf } from './local-projection.ts';
import type { Raster } from './raster.ts';

/**
 * The cells that each of some sites reaches, as runs of neighbours in a row: a disc of 1,800 cells is 48 runs, and
 * with running sums over the cells what it holds costs two look-ups a run.
 */
export type CellRuns = {
  /** Where the runs of each site begin; one more at the end. */
  offsets: Int32Array;
  /** First cell and the one after the last of each run. */
  from: Int32Array;
  to: Int32Array;
};

/** The cells whose middles lie within a straight line of each site. */
export const discRuns = (raster: Raster, sites: readonly Position[], lineMeters: number): CellRuns => {
  const { width, height, cellMeters, projection } = raster;
  const perSite = Math.floor((2 * lineMeters) / cellMeters) + 2;
  const offsets = new Int32Array(sites.length + 1);
  const from = new Int32Array(sites.length * perSite);
  const to = new Int32Array(sites.length * perSite);
  let count = 0;
  for (const [site, [lng, lat]] of sites.entries()) {
    const x = (eastOf(projection, lng) - raster.west) / cellMeters - 0.5;
    const y = (northOf(projection, lat) - raster.south) / cellMeters - 0.5;
    const radius = lineMeters / cellMeters;
    const lastRow = Math.min(height - 1, Math.floor(y + radius));
    for (let row = Math.max(0, Math.ceil(y - radius)); row <= lastRow; row++) {
      const half = Math.sqrt(radius * radius - (row - y) ** 2);
      const first = Math.max(0, Math.ceil(x - half));
      const last = Math.min(width - 1, Math.floor(x + half));
      if (last < first) continue;
      from[count] = row * width + first;
      to[count++] = row * width + last + 1;
    }
    offsets[site + 1] = count;
  }
  return { offsets, from: from.slice(0, count), to: to.slice(0, count) };
};

/** Running sums: at each cell what lies before it, in `sums`, one longer than the weights. */
export const fillSums = (sums: Float64Array, weights: Float64Array): void => {
  let sum = 0;
  for (let cell = 0; cell < weights.length; cell++) {
    sums[cell] = sum;
    sum += weights[cell] as number;
  }
  sums[weights.length] = sum;
};

/** What a site reaches, from running sums. */
export const reached = ({ offsets, from, to }: CellRuns, site: number, sums: Float64Array): number => {
  let sum = 0;
  const end = offsets[site + 1] as number;
  for (let run = offsets[site] as number; run < end; run++)
    sum += (sums[to[run] as number] as number) - (sums[from[run] as number] as number);
  return sum;
};
