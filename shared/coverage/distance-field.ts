import type { Position } from '../geo/position.ts';
import { eastOf, northOf } from './local-projection.ts';
import type { Raster } from './raster.ts';

/** How far every cell's middle is from its nearest facility. */
export type DistanceField = {
  /** Metres on foot; Infinity where no facility is in reach, NaN where the way is unknown. */
  meters: Float32Array;
  /** The index of the nearest facility, -1 without one. */
  nearest: Int32Array;
  /** Metres on foot for one metre over the ground: what a border between covered and not is blurred by. */
  detourFactor: number;
};

export type FieldOptions = {
  detourFactor: number;
  /** Beyond this way on foot a distance is only known to be further: Infinity. */
  reachMeters?: number;
};

/** An empty field, to be filled again and again. */
export const newDistanceField = (raster: Raster): DistanceField => ({
  meters: new Float32Array(raster.width * raster.height).fill(Infinity),
  nearest: new Int32Array(raster.width * raster.height).fill(-1),
  detourFactor: 1,
});

/**
 * Fills a field with the exact straight-line distance to the nearest facility, times the detour factor.
 * Facilities outside of the raster count like those inside. Along one row the squared distances are parabolas of
 * one shape, and their lower envelope names the nearest of each cell (Felzenszwalb and Huttenlocher, Distance
 * Transforms of Sampled Functions, 2012; here with facilities where they stand, not snapped to cells): a row
 * costs its cells plus the facilities, whatever the radius, and a moved facility costs less than its bookkeeping.
 */
export const fillDistanceField = (
  field: DistanceField,
  raster: Raster,
  facilities: readonly Position[],
  { detourFactor, reachMeters = Infinity }: FieldOptions,
): void => {
  field.detourFactor = detourFactor;
  const order = byEast(facilities, raster);
  const envelope: Envelope = { site: new Int32Array(order.count), from: new Float64Array(order.count) };
  const { cellMeters, width, height } = raster;
  const reach = reachMeters / detourFactor;
  // Facilities are sorted out for some rows at once: about as many rows as there are such bands.
  const band = Math.ceil(Math.sqrt(height));
  for (let first = 0; first < height; first += band) {
    const last = Math.min(height, first + band);
    const near = nearRows(order, (first + 0.5) * cellMeters - reach, (last - 0.5) * cellMeters + reach);
    for (let row = first; row < last; row++) {
      const size = lowerEnvelope(envelope, order, near, (row + 0.5) * cellMeters, reach);
      fillRow(field, row * width, width, cellMeters, envelope, size, order, row, reach);
    }
  }
};

/** Facilities from west to east, in metres of the raster. */
type Order = { count: number; x: Float64Array; y: Float64Array; index: Int32Array };

type Envelope = { site: Int32Array; from: Float64Array };

const byEast = (facilities: readonly Position[], raster: Raster): Order => {
  const count = facilities.length;
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const eastings = facilities.map(([lng]) => eastOf(raster.projection, lng) - raster.west);
  const index = new Int32Array(count);
  for (let at = 0; at < count; at++) index[at] = at;
  index.sort((a, b) => (eastings[a] as number) - (eastings[b] as number));
  // Loops: the `from` of typed arrays takes ten times as long.
  for (let at = 0; at < count; at++) {
    const own = index[at] as number;
    x[at] = eastings[own] as number;
    y[at] = northOf(raster.projection, (facilities[own] as Position)[1]) - raster.south;
  }
  return { count, x, y, index };
};

const nearRows = ({ count, y }: Order, south: number, north: number): Int32Array => {
  const near = new Int32Array(count);
  let size = 0;
  for (let site = 0; site < count; site++)
    if ((y[site] as number) >= south && (y[site] as number) <= north) near[size++] = site;
  return near.subarray(0, size);
};

/** The facilities that are nearest somewhere on a row, from west to east, and where the turn of each begins. */
const lowerEnvelope = (
  { site, from }: Envelope,
  { x, y }: Order,
  near: Int32Array,
  rowY: number,
  reach: number,
): number => {
  let size = 0;
  for (let at = 0; at < near.length; at++) {
    const candidate = near[at] as number;
    const cx = x[candidate] as number;
    const cy = (y[candidate] as number) - rowY;
    if (cy > reach || -cy > reach) continue;
    let begins = -Infinity;
    while (size > 0) {
      const last = site[size - 1] as number;
      const lx = x[last] as number;
      const ly = (y[last] as number) - rowY;
      if (cx === lx) {
        // One above the other: the nearer one stays.
        if (cy * cy >= ly * ly) {
          begins = Infinity;
          break;
        }
      } else {
        begins = (cx * cx + cy * cy - lx * lx - ly * ly) / (2 * (cx - lx));
        if (begins > (from[size - 1] as number)) break;
      }
      size--;
      begins = -Infinity;
    }
    if (begins === Infinity) continue;
    site[size] = candidate;
    from[size++] = begins;
  }
  return size;
};

/** Writes the facilities' turns into a row of cells, of each only the run of cells that it reaches. */
const fillRow = (
  { meters, nearest, detourFactor }: DistanceField,
  start: number,
  width: number,
  cellMeters: number,
  { site, from }: Envelope,
  size: number,
  { x, y, index }: Order,
  row: number,
  reach: number,
): void => {
  if (size === 0 || reach < Infinity) {
    meters.fill(Infinity, start, start + width);
    nearest.fill(-1, start, start + width);
  }
  const rowY = (row + 0.5) * cellMeters;
  let first = 0;
  for (let turn = 0; turn < size; turn++) {
    const own = site[turn] as number;
    const until = turn + 1 < size ? (from[turn + 1] as number) : Infinity;
    const end = Math.min(width, Math.max(first, Math.ceil(until / cellMeters - 0.5)));
    const sx = x[own] as number;
    const dy = (y[own] as number) - rowY;
    const square = dy * dy;
    const half = Math.sqrt(reach * reach - square);
    const name = index[own] as number;
    const last = Math.min(end, Math.floor((sx + half) / cellMeters + 0.5));
    for (let column = Math.max(first, Math.ceil((sx - half) / cellMeters - 0.5)); column < last; column++) {
      const dx = (column + 0.5) * cellMeters - sx;
      meters[start + column] = Math.sqrt(dx * dx + square) * detourFactor;
      nearest[start + column] = name;
    }
    first = end;
  }
};
