import type { Position } from '../geo/position.ts';
import { eastOf, type LocalProjection, northOf, positionOf } from './local-projection.ts';
import { boxOfRings, type Ring } from './rings.ts';

/** Side of a cell where nothing else is said. */
export const CELL_METERS = 10;

/** More cells than this are refused a finer grid: the cell grows until they fit. */
const MOST_CELLS = 4_000_000;

/** Square cells over a piece of the plane, counted from its south-west corner eastwards, then northwards. */
export type Raster = {
  projection: LocalProjection;
  cellMeters: number;
  width: number;
  height: number;
  /** The south-west corner in metres of the projection. */
  west: number;
  south: number;
};

/** Cells around what a raster covers, so that a contour closes outside of what it is cut with. */
const MARGIN_CELLS = 2;

/** The raster that covers some rings, with a small margin around them. */
export const rasterOver = (
  rings: readonly Ring[],
  projection: LocalProjection,
  { cellMeters = CELL_METERS }: { cellMeters?: number } = {},
): Raster => {
  let [west, south, east, north] = boxOfRings(rings);
  if (!(east > west && north > south)) [west, south, east, north] = [0, 0, 0, 0];
  let side = cellMeters;
  const cellsAt = (meters: number) =>
    ((east - west) / meters + 2 * MARGIN_CELLS) * ((north - south) / meters + 2 * MARGIN_CELLS);
  while (cellsAt(side) > MOST_CELLS) side *= 1.25;
  return {
    projection,
    cellMeters: side,
    width: Math.ceil((east - west) / side) + 2 * MARGIN_CELLS,
    height: Math.ceil((north - south) / side) + 2 * MARGIN_CELLS,
    west: west - MARGIN_CELLS * side,
    south: south - MARGIN_CELLS * side,
  };
};

/** The middle of a cell. */
export const cellPosition = (raster: Raster, cell: number): Position => {
  const row = Math.floor(cell / raster.width);
  const column = cell - row * raster.width;
  return positionOf(
    raster.projection,
    raster.west + (column + 0.5) * raster.cellMeters,
    raster.south + (row + 0.5) * raster.cellMeters,
  );
};

/** The cell that holds a position, or -1 outside of the raster. */
export const cellAt = (raster: Raster, [lng, lat]: Position): number => {
  const column = Math.floor((eastOf(raster.projection, lng) - raster.west) / raster.cellMeters);
  const row = Math.floor((northOf(raster.projection, lat) - raster.south) / raster.cellMeters);
  return column < 0 || row < 0 || column >= raster.width || row >= raster.height
    ? -1
    : row * raster.width + column;
};
