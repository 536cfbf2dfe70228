import type { Position } from '../../geo/position.ts';
import { eastOf, northOf, projectionAt } from '../local-projection.ts';

/** Metres east and north of an origin. */
export type LocalPlane = {
  toMeters: (lng: number, lat: number) => readonly [x: number, y: number];
  toPosition: (x: number, y: number) => Position;
};

/**
 * The projection at an origin as a pair of functions. Unlike `positionOf`, which rounds to a centimetre, it leads from
 * metres to a position and back to the same metres.
 */
export const localPlane = (origin: Position): LocalPlane => {
  const projection = projectionAt(origin);
  const { metersPerLng, metersPerLat } = projection;
  return {
    toMeters: (lng, lat) => [eastOf(projection, lng), northOf(projection, lat)],
    toPosition: (x, y) => [origin[0] + x / metersPerLng, origin[1] + y / metersPerLat],
  };
};
