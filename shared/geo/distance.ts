import type { Position } from './position.ts';

/** Mean earth radius in metres (IUGG), the one turf uses too. */
export const EARTH_RADIUS_METERS = 6_371_008.8;

/** A straight line over the pavements of central Shanghai is about this much longer on foot. */
export const DETOUR_FACTOR = 1.3;

/** Planning speed on foot, metres per minute. */
export const WALKING_METERS_PER_MINUTE = 60;

const RADIANS = Math.PI / 180;

/** Metres of one degree of a meridian, and of the equator. */
export const METERS_PER_DEGREE = EARTH_RADIUS_METERS * RADIANS;

/** Great-circle distance between two positions in metres (haversine). */
export const distanceMeters = (a: Position, b: Position): number => {
  const latitude = ((b[1] - a[1]) * RADIANS) / 2;
  const longitude = ((b[0] - a[0]) * RADIANS) / 2;
  const h =
    Math.sin(latitude) ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(longitude) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** Minutes on foot for a straight-line distance: detour included, rounded up, at least 1. */
export const walkMinutes = (meters: number): number =>
  Math.max(1, Math.ceil((meters * DETOUR_FACTOR) / WALKING_METERS_PER_MINUTE));
