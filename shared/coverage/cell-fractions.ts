import type { MultiPolygon, Polygon } from 'geojson';
import { cutRings } from './cut-rings.ts';
import type { Raster } from './raster.ts';
import type { RingIndex } from './ring-index.ts';
import { boxOfRings, type Ring, ringsOf } from './rings.ts';

/** The cells that an area touches in rising order, and how much of each it covers, 0 to 1. */
export type CellFractions = { cells: Int32Array; fractions: Float64Array };

/** Less of a cell than this is rounding. */
const LEAST_FRACTION = 1e-6;

/**
 * How much of each cell an area covers, exactly: a border cell counts by its part, so that small areas and
 * their sums are right and not merely so on average. Every edge adds what lies to its right in its own row;
 * one sum along each row gives the parts (the way fonts are drawn: R. Levien, font-rs).
 * Rings run with the area to their left; where parts of an area overlap, they count once.
 */
export const cellFractions = (rings: readonly Ring[], raster: Raster): CellFractions => {
  const window = windowOf(rings, raster);
  const { width, height, firstColumn, firstRow } = window;
  if (width <= 0 || height <= 0) return { cells: new Int32Array(0), fractions: new Float64Array(0) };
  const sums = new Float64Array((width + 2) * height);
  const toColumn = 1 / raster.cellMeters;
  const originX = raster.west * toColumn + firstColumn;
  const originY = raster.south * toColumn + firstRow;
  for (const ring of rings) {
    let x = (ring[ring.length - 2] as number) * toColumn - originX;
    let y = (ring[ring.length - 1] as number) * toColumn - originY;
    for (let at = 0; at < ring.length; at += 2) {
      const toX = (ring[at] as number) * toColumn - originX;
      const toY = (ring[at + 1] as number) * toColumn - originY;
      if (y < toY) addEdge(sums, width, height, x, y, toX, toY, -1);
      else if (y > toY) addEdge(sums, width, height, toX, toY, x, y, 1);
      x = toX;
      y = toY;
    }
  }
  return collected(sums, window, raster);
};

/**
 * The same for the part of an area that lies within an outline. Cut as lines, not cell by cell: two areas that
 * meet in a cell may share none of it.
 */
export const fractionsWithin = (
  area: Polygon | MultiPolygon,
  raster: Raster,
  outline: RingIndex,
): CellFractions => cellFractions(cutRings(ringsOf(area, raster.projection), outline), raster);

type Window = { width: number; height: number; firstColumn: number; firstRow: number };

const windowOf = (rings: readonly Ring[], raster: Raster): Window => {
  const [west, south, east, north] = boxOfRings(rings);
  const column = (x: number) => Math.floor((x - raster.west) / raster.cellMeters);
  const row = (y: number) => Math.floor((y - raster.south) / raster.cellMeters);
  const firstColumn = Math.max(0, column(west));
  const firstRow = Math.max(0, row(south));
  return {
    firstColumn,
    firstRow,
    width: Math.min(raster.width, column(east) + 1) - firstColumn,
    height: Math.min(raster.height, row(north) + 1) - firstRow,
  };
};

/** Adds an upward edge, in cells of the window; `sign` is 1 where the area lies to the right of it. */
const addEdge = (
  sums: Float64Array,
  width: number,
  height: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  sign: number,
): void => {
  const slope = (toX - fromX) / (toY - fromY);
  const last = Math.min(height, Math.ceil(toY));
  for (let row = Math.max(0, Math.floor(fromY)); row < last; row++) {
    const low = Math.max(row, fromY);
    const high = Math.min(row + 1, toY);
    const x0 = within(fromX + (low - fromY) * slope, width);
    const x1 = within(fromX + (high - fromY) * slope, width);
    addPiece(sums, row * (width + 2), Math.min(x0, x1), Math.max(x0, x1), sign * (high - low));
  }
};

const within = (x: number, width: number): number => (x < 0 ? 0 : x > width ? width : x);

/** Adds the piece of an edge that crosses one row from `left` to `right` over a height of `rise`. */
const addPiece = (sums: Float64Array, start: number, left: number, right: number, rise: number): void => {
  const first = start + Math.floor(left);
  const end = start + Math.ceil(right);
  if (end <= first + 1) {
    const part = start + (left + right) / 2 - first;
    sums[first] = (sums[first] as number) + rise * (1 - part);
    sums[first + 1] = (sums[first + 1] as number) + rise * part;
    return;
  }
  // How much of the piece lies to the left, on the mean over a column; what a column adds is the difference.
  const perColumn = 1 / (right - left);
  let before = 0;
  for (let column = first; column < end; column++) {
    const from = Math.max(left, column - start);
    const until = Math.min(right, column - start + 1);
    const passed = (until - left) * perColumn;
    const mean = ((from - left) * perColumn + passed) / 2;
    const part = mean * (until - from) + passed * (column - start + 1 - until);
    sums[column] = (sums[column] as number) + rise * (part - before);
    before = part;
  }
  sums[end] = (sums[end] as number) + rise * (1 - before);
};

const collected = (sums: Float64Array, window: Window, raster: Raster): CellFractions => {
  const { width, height, firstColumn, firstRow } = window;
  const cells = new Int32Array(width * height);
  const fractions = new Float64Array(width * height);
  let count = 0;
  for (let row = 0; row < height; row++) {
    let sum = 0;
    const start = row * (width + 2);
    const firstCell = (firstRow + row) * raster.width + firstColumn;
    for (let column = 0; column < width; column++) {
      sum += sums[start + column] as number;
      if (sum <= LEAST_FRACTION) continue;
      cells[count] = firstCell + column;
      fractions[count++] = sum < 1 ? sum : 1;
    }
  }
  return { cells: cells.slice(0, count), fractions: fractions.slice(0, count) };
};
