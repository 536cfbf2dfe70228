import { distanceMeters } from '../../shared/geo/distance.ts';
import type { Position } from '../../shared/geo/position.ts';
import { bboxOfDisc, tilesOfDisc } from '../../shared/geo/tile.ts';
import { readTiles } from './map-tile.ts';
import type { PlaceText } from './place-text.ts';

/** A place and how far it is, great circle. */
export type Near = { place: PlaceText; meters: number };

/**
 * The places within `radiusMeters` of a position that `matches`, nearest first and by id where equally far,
 * at most `limit`. `isWanted` is asked last and in that order, so that it may cost something.
 */
export const nearestPlaces = async (
  center: Position,
  radiusMeters: number,
  limit: number,
  matches: (place: PlaceText) => boolean,
  isWanted: (place: PlaceText) => boolean,
): Promise<Near[]> => {
  const [west, south, east, north] = bboxOfDisc(center, radiusMeters);
  const near: Near[] = [];
  const tiles = readTiles(tilesOfDisc(center, radiusMeters));
  for (const tile of tiles instanceof Promise ? await tiles : tiles) {
    const { places, coordinates } = tile;
    for (let index = 0; index < places.length; index++) {
      const lng = coordinates[2 * index] as number;
      const lat = coordinates[2 * index + 1] as number;
      if (lng < west || lng > east || lat < south || lat > north) continue;
      const meters = distanceMeters(center, [lng, lat]);
      if (meters > radiusMeters) continue;
      const place = places[index] as PlaceText;
      if (matches(place)) near.push({ place, meters });
    }
  }
  near.sort((a, b) => a.meters - b.meters || (a.place.id < b.place.id ? -1 : 1));
  const nearest: Near[] = [];
  for (const candidate of near) {
    if (nearest.length === limit) break;
    if (isWanted(candidate.place)) nearest.push(candidate);
  }
  return nearest;
};
