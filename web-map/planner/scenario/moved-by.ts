import { METERS_PER_DEGREE } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';

/** A position so many metres further east and north, WGS-84; exact enough for the size of a subdistrict. */
export const movedBy = ([lng, lat]: Position, east: number, north: number): Position => [
  lng + east / (METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  lat + north / METERS_PER_DEGREE,
];
