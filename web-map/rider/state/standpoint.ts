import type { Position } from '../../../shared/geo/position.ts';
import { type Bbox, type Tile, tileName, tilesOfBbox, tilesOfDisc } from '../../../shared/geo/tile.ts';

/** Where distances start, and why there. */
export type Origin = { position: Position; kind: 'own' | 'chosen' | 'centre' };

/** A chosen point wins over the own position, and that over the middle of the map. */
export function originOf(chosen: Position | undefined, own: Position | undefined, centre: Position): Origin {
  if (chosen) return { position: chosen, kind: 'chosen' };
  return own ? { position: own, kind: 'own' } : { position: centre, kind: 'centre' };
}

/** Whether a box holds a position, its edges included. */
export const isInBbox = ([lng, lat]: Position, [west, south, east, north]: Bbox): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** What counts as near by. */
export const NEARBY_METERS = 1000;
/** How far to look for something open when nothing near is. */
export const FARTHER_METERS = 3000;

/** The tiles of the view, and around the origin those that decide what is open near by. */
export function tilesToLoad(view: Bbox, origin: Position, radiusMeters: number): Tile[] {
  const tiles = new Map<string, Tile>();
  for (const tile of [...tilesOfBbox(view), ...tilesOfDisc(origin, radiusMeters)])
    tiles.set(tileName(tile), tile);
  return [...tiles.values()];
}
