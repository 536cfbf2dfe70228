import type { MultiPolygon, Polygon } from 'geojson';
import { BORDER_TOLERANCE_METERS } from '../geo/polygon.ts';
import type { Position } from '../geo/position.ts';
import { type CellFractions, fractionsWithin } from './cell-fractions.ts';
import { eastOf, northOf } from './local-projection.ts';
import { cellAt, type Raster } from './raster.ts';
import type { RingIndex } from './ring-index.ts';

/**
 * A number of people and where they are: evenly over a polygon, or over its buildings by their weight (homes,
 * storeys times ground) where these are known. `areaId` names the area they were counted in.
 */
export type DemandItem = {
  areaId?: string;
  amount: number;
  geometry?: Polygon | MultiPolygon;
  buildings?: readonly { position: Position; weight: number }[];
};

/** What one item puts into each of its cells. */
export type SpreadItem = { areaId?: string; cells: Int32Array; amounts: Float64Array };

export type SpreadDemand = {
  /** The people of every cell of the raster. */
  people: Float64Array;
  items: SpreadItem[];
  /** Indexes of items that lie wholly outside; their people count nowhere. */
  outside: number[];
};

/**
 * Puts people into the cells of their polygons. Nobody is lost: what sticks out of the outline is spread over the
 * part inside, a building just beyond the border counts in the nearest cell of the outline, and the cells of an item
 * sum up to its amount. An amount that is missing, negative or no number
 * counts as nobody; the import says so beforehand.
 */
export const spreadDemand = (
  items: readonly DemandItem[],
  raster: Raster,
  outline: RingIndex,
  inOutline: Float32Array,
): SpreadDemand => {
  const people = new Float64Array(raster.width * raster.height);
  const outside: number[] = [];
  const spread = items.map((item, index): SpreadItem => {
    const shares = item.buildings?.length
      ? sharesOfBuildings(item.buildings, raster, inOutline)
      : item.geometry
        ? fractionsWithin(item.geometry, raster, outline)
        : NOWHERE;
    const amounts = portions(shares.fractions, item.amount > 0 ? item.amount : 0);
    if (shares.cells.length === 0) outside.push(index);
    for (const [at, cell] of shares.cells.entries())
      people[cell] = (people[cell] as number) + (amounts[at] as number);
    return { ...(item.areaId !== undefined && { areaId: item.areaId }), cells: shares.cells, amounts };
  });
  return { people, items: spread, outside };
};

const NOWHERE: CellFractions = { cells: new Int32Array(0), fractions: new Float64Array(0) };

const sharesOfBuildings = (
  buildings: readonly { position: Position; weight: number }[],
  raster: Raster,
  inOutline: Float32Array,
): CellFractions => {
  const weights = new Map<number, number>();
  for (const { position, weight } of buildings) {
    const cell = weight > 0 ? nearestCell(position, raster, inOutline) : -1;
    if (cell >= 0) weights.set(cell, (weights.get(cell) ?? 0) + weight);
  }
  const sorted = [...weights].sort(([a], [b]) => a - b);
  return {
    cells: Int32Array.from(sorted, ([cell]) => cell),
    fractions: Float64Array.from(sorted, ([, weight]) => weight),
  };
};

/** The cell of the outline that holds a position or is nearest to it; -1 where none is as near as an import takes. */
const nearestCell = (position: Position, raster: Raster, inOutline: Float32Array): number => {
  const own = cellAt(raster, position);
  if (own >= 0 && (inOutline[own] as number) > 0) return own;
  const { cellMeters, width, height, projection, west, south } = raster;
  const x = (eastOf(projection, position[0]) - west) / cellMeters - 0.5;
  const y = (northOf(projection, position[1]) - south) / cellMeters - 0.5;
  // A cell belongs to the outline by any part of it: its middle may lie half a diagonal further.
  const most = BORDER_TOLERANCE_METERS / cellMeters + Math.SQRT1_2;
  let [nearest, least] = [-1, most ** 2];
  for (let row = Math.max(0, Math.ceil(y - most)); row < Math.min(height, y + most); row++)
    for (let column = Math.max(0, Math.ceil(x - most)); column < Math.min(width, x + most); column++) {
      const square = (column - x) ** 2 + (row - y) ** 2;
      if (square > least || !((inOutline[row * width + column] as number) > 0)) continue;
      [nearest, least] = [row * width + column, square];
    }
  return nearest;
};

/** Divides an amount by shares; the largest portion takes what rounding leaves, so that the sum is the amount. */
const portions = (shares: Float64Array, amount: number): Float64Array => {
  const portion = new Float64Array(shares.length);
  let total = 0;
  for (const share of shares) total += share;
  if (total <= 0) return portion;
  let sum = 0;
  let largest = 0;
  for (let at = 0; at < shares.length; at++) {
    portion[at] = ((shares[at] as number) / total) * amount;
    sum += portion[at] as number;
    if ((shares[at] as number) > (shares[largest] as number)) largest = at;
  }
  portion[largest] = (portion[largest] as number) + (amount - sum);
  return portion;
};
