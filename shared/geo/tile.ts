import { pointToTile, tileToBBOX } from '@mapbox/tilebelt';
import { distanceMeters, EARTH_RADIUS_METERS } from './distance.ts';
import type { Position } from './position.ts';

/**
 * The one tile size of the system: partition of the map in the table, unit of the public read and of every
 * cache. About 2.1 km wide at 31° N.
 */
export const TILE_ZOOM = 14;

/** A slippy-map tile at `TILE_ZOOM`. */
export type Tile = { x: number; y: number };

/** `[west, south, east, north]` in degrees. */
export type Bbox = [west: number, south: number, east: number, north: number];

/** The tile a position belongs to; a position on an edge belongs to exactly one. */
export const tileOf = ([lng, lat]: Position): Tile => {
  const [x, y] = pointToTile(lng, lat, TILE_ZOOM);
  return { x, y };
};

/** A tile's name, as it stands in keys and addresses: `14/x/y`. */
export const tileName = ({ x, y }: Tile): string => `${TILE_ZOOM}/${x}/${y}`;

/** The box a tile covers. */
export const tileBbox = ({ x, y }: Tile): Bbox => tileToBBOX([x, y, TILE_ZOOM]) as Bbox;

/** How many tiles a box meets, without listing them. */
export const countTilesOfBbox = (bbox: Bbox): number => {
  const { first, last } = corners(bbox);
  return (last.x - first.x + 1) * (last.y - first.y + 1);
};

/** The tiles a box meets, row by row from the north-west. Ask `countTilesOfBbox` first: a large box has many. */
export const tilesOfBbox = (bbox: Bbox): Tile[] => {
  const { first, last } = corners(bbox);
  const tiles: Tile[] = [];
  for (let y = first.y; y <= last.y; y++) for (let x = first.x; x <= last.x; x++) tiles.push({ x, y });
  return tiles;
};

/**
 * The tiles that a disc meets. Around Shanghai at most 16 for a radius of 3 km and 32 for 5 km;
 * in the far north of China, where tiles are narrower, more.
 */
export const tilesOfDisc = (center: Position, radiusMeters: number): Tile[] =>
  tilesOfBbox(bboxOfDisc(center, radiusMeters)).filter(
    (tile) => distanceMeters(center, nearestInBox(center, tileBbox(tile))) <= radiusMeters + 1,
  );

/** The box around a disc, a centimetre wider than exact so that rounding loses no point on its rim. */
export const bboxOfDisc = ([lng, lat]: Position, radiusMeters: number): Bbox => {
  const angle = (radiusMeters + 0.01) / EARTH_RADIUS_METERS;
  const height = (angle * 180) / Math.PI;
  const width = (Math.asin(Math.min(1, Math.sin(angle) / Math.cos((lat * Math.PI) / 180))) * 180) / Math.PI;
  return [lng - width, lat - height, lng + width, lat + height];
};

const corners = ([west, south, east, north]: Bbox) => ({
  first: tileOf([west, north]),
  last: tileOf([east, south]),
});

const nearestInBox = ([lng, lat]: Position, [west, south, east, north]: Bbox): Position => [
  Math.min(Math.max(lng, west), east),
  Math.min(Math.max(lat, south), north),
];
