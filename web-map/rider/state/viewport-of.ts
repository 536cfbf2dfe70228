import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';

const TILE_PIXELS = 256;

/** Web-Mercator pixels of a position at a zoom, and back. */
const project = ([lng, lat]: Position, zoom: number): [number, number] => {
  const size = TILE_PIXELS * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lng / 360 + 0.5) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
};
const unproject = ([x, y]: [number, number], zoom: number): Position => {
  const size = TILE_PIXELS * 2 ** zoom;
  const latitude = 2 * Math.atan(Math.exp(Math.PI - (2 * Math.PI * y) / size)) - Math.PI / 2;
  return [(x / size - 0.5) * 360, (latitude * 180) / Math.PI];
};

/**
 * The box that a map of this many pixels shows around a centre: known before the map is there, so that places
 * need not wait for it.
 */
export function bboxAround(center: Position, zoom: number, width: number, height: number): Bbox {
  const [x, y] = project(center, zoom);
  const [west, north] = unproject([x - width / 2, y - height / 2], zoom);
  const [east, south] = unproject([x + width / 2, y + height / 2], zoom);
  return [west, south, east, north];
}

/** A box without the part of its foot that something lies over; `share` of its height, from 0 to 1. */
export const withoutFoot = ([west, south, east, north]: Bbox, share: number): Bbox => [
  west,
  south + (north - south) * Math.min(share, 0.9),
  east,
  north,
];
