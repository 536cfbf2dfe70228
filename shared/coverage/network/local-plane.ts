import { EARTH_RADIUS_METERS } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

const METERS_PER_DEGREE = (EARTH_RADIUS_METERS * Math.PI) / 180;

/** Metres east and north of an origin. */
export type LocalPlane = {
  toMeters: (lng: number, lat: number) => readonly [x: number, y: number];
  toPosition: (x: number, y: number) => Position;
};

/** The equirectangular plane at an origin: lengths within 10 km of it are right to 0.1 % at the latitude of Shanghai. */
export const localPlane = ([lng0, lat0]: Position): LocalPlane => {
  const perLng = METERS_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  return {
    toMeters: (lng, lat) => [(lng - lng0) * perLng, (lat - lat0) * METERS_PER_DEGREE],
    toPosition: (x, y) => [lng0 + x / perLng, lat0 + y / METERS_PER_DEGREE],
  };
};
