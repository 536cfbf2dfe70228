import type { Position } from './position.ts';
import type { Bbox } from './tile.ts';

/** The box around positions; around none its west lies beyond its east. */
export const bboxOfPositions = (positions: Iterable<Position>): Bbox => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of positions) {
    if (lng < west) west = lng;
    if (lat < south) south = lat;
    if (lng > east) east = lng;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
};
