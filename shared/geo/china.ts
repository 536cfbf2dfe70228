import type { Position } from './position.ts';

/** China with its waters, generously: what lies outside cannot be one of ours, whatever its CRS. */
export const CHINA = { west: 73, south: 3, east: 136, north: 54 } as const;

/** Whether a position lies in the box around China; the edge belongs to it. */
export const isInChina = ([lng, lat]: Position): boolean =>
  lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north;
