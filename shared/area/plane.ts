import type { MultiPolygon, Polygon } from 'geojson';
import { eastOf, type LocalProjection, northOf } from '../coverage/local-projection.ts';
import { bboxOfPositions } from '../geo/bbox-of-positions.ts';
import type { Position } from '../geo/position.ts';
import type { Bbox } from '../geo/tile.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';

/** A closed line of positions, the last one the same as the first. */
export type Ring = Position[];

/** Outer ring, then holes; one for each piece of an area. */
export type Pieces = Ring[][];

/** A point of the plane in metres. */
export type Point = readonly [x: number, y: number];

export const pointOf = (projection: LocalProjection, [lng, lat]: Position): Point => [
  eastOf(projection, lng),
  northOf(projection, lat),
];

/** Square metres within a ring, whichever way it runs. */
export const squareMetersOf = (ring: Ring, projection: LocalProjection): number => {
  let double = 0;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = pointOf(projection, ring[at - 1] as Position);
    const [bx, by] = pointOf(projection, ring[at] as Position);
    double += ax * by - bx * ay;
  }
  return Math.abs(double) / 2;
};

/** Metres around a ring. */
export const metersAround = (ring: Ring, projection: LocalProjection): number => {
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = pointOf(projection, ring[at - 1] as Position);
    const [bx, by] = pointOf(projection, ring[at] as Position);
    sum += Math.hypot(bx - ax, by - ay);
  }
  return sum;
};

/** Square metres of pieces, their holes taken away. */
export const areaOfPieces = (pieces: Pieces, projection: LocalProjection): number =>
  pieces.reduce(
    (sum, rings) =>
      rings.reduce(
        (left, ring, index) => left + (index === 0 ? 1 : -1) * squareMetersOf(ring, projection),
        sum,
      ),
    0,
  );

export const piecesOf = (area: Polygon | MultiPolygon): Pieces =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as Pieces;

/** Pieces as GeoJSON; there must be at least one. */
export const outlineOf = (pieces: Pieces): Outline =>
  pieces.length === 1
    ? { type: 'Polygon', coordinates: pieces[0] as Ring[] }
    : { type: 'MultiPolygon', coordinates: pieces };

export type Box = Bbox;

/** The box around pieces, in degrees. */
export const boxOf = (pieces: Pieces): Box => bboxOfPositions(pieces.flat(2));

export const boxesMeet = (a: Box, b: Box, marginDegrees = 0): boolean =>
  a[0] <= b[2] + marginDegrees &&
  b[0] <= a[2] + marginDegrees &&
  a[1] <= b[3] + marginDegrees &&
  b[1] <= a[3] + marginDegrees;

/** Seven decimals are a centimetre: enough to tell a border from its neighbour's. */
export const rounded = ([lng, lat]: Position): Position => [
  Math.round(lng * 1e7) / 1e7,
  Math.round(lat * 1e7) / 1e7,
];

export const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** A ring without corners that repeat the one before, closed; empty where fewer than three are left. */
export const cleanRing = (ring: Ring): Ring => {
  const kept = ring.filter((position, index) => index === 0 || !isSame(position, ring[index - 1]));
  if (kept.length > 1 && isSame(kept[0], kept.at(-1))) kept.pop();
  return kept.length < 3 ? [] : [...kept, kept[0] as Position];
};

/** The ring that holds most; undefined of none. */
export const largestOf = (rings: readonly Ring[], projection: LocalProjection): Ring | undefined =>
  rings
    .map((ring) => ({ ring, squareMeters: squareMetersOf(ring, projection) }))
    .toSorted((a, b) => b.squareMeters - a.squareMeters)[0]?.ring;

/** A corner of a ring, for a map to point at. */
export const placeOf = (ring: Ring | undefined): { position?: Position } =>
  ring?.[0] ? { position: ring[0] } : {};
