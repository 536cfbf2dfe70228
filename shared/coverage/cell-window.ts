import type { Position } from '../geo/position.ts';
import { eastOf, northOf } from './local-projection.ts';
import type { Raster } from './raster.ts';

/** Columns and rows of a raster, the last of each excluded. */
export type CellWindow = { left: number; right: number; bottom: number; top: number };

/** The cells whose middles may lie within `meters` of a position; none where it is far outside. */
export const windowAround = (
  { projection, west, south, cellMeters, width, height }: Raster,
  [lng, lat]: Position,
  meters: number,
): CellWindow => {
  const x = eastOf(projection, lng) - west;
  const y = northOf(projection, lat) - south;
  const within = (from: number, most: number) => Math.min(most, Math.max(0, from));
  return {
    left: within(Math.floor((x - meters) / cellMeters), width),
    right: within(Math.ceil((x + meters) / cellMeters), width),
    bottom: within(Math.floor((y - meters) / cellMeters), height),
    top: within(Math.ceil((y + meters) / cellMeters), height),
  };
};
