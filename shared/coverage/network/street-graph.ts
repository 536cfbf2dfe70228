import type { LocalPlane } from './local-plane.ts';

/**
 * Points and the straight pieces of street between them, as read: `ids` in any order, `lngLat` two numbers a point,
 * `ends` two indexes of points a piece.
 */
export type Streets = { ids: ArrayLike<number>; lngLat: ArrayLike<number>; ends: ArrayLike<number> };

/** Points of streets in metres, and beside each its neighbours (CSR); `piece` is the same in both directions. */
export type StreetGraph = {
  x: Float32Array;
  y: Float32Array;
  start: Uint32Array;
  neighbour: Uint32Array;
  piece: Uint32Array;
  pieces: number;
};

/** A point lies on a 64th of a metre: as exact as OpenStreetMap itself, and zeros at the end of numbers pack well. */
export const onSixtyFourth = (meters: number): number => Math.round(meters * 64) / 64;

/**
 * Makes the graph of streets, sorted by the points' ids, so that the same streets make the same graph in whatever
 * order a file has them. A piece that is there twice counts once; points on no piece are left out.
 */
export const streetGraph = ({ ids, lngLat, ends }: Streets, plane: LocalPlane): StreetGraph => {
  const used = [...new Set(Array.from(ends))].sort((a, b) => (ids[a] as number) - (ids[b] as number));
  const rank = new Map(used.map((point, index) => [point, index]));
  const points = used.length;
  const unique = new Set<number>();
  for (let index = 0; index < ends.length; index += 2) {
    const a = rank.get(ends[index] as number) as number;
    const b = rank.get(ends[index + 1] as number) as number;
    if (a !== b) unique.add(Math.min(a, b) * points + Math.max(a, b));
  }
  const sorted = Float64Array.from(unique).sort();
  const x = new Float32Array(points);
  const y = new Float32Array(points);
  for (const [index, point] of used.entries()) {
    const [east, north] = plane.toMeters(lngLat[2 * point] as number, lngLat[2 * point + 1] as number);
    x[index] = onSixtyFourth(east);
    y[index] = onSixtyFourth(north);
  }
  const start = new Uint32Array(points + 1);
  const endsOf = (key: number) => [Math.floor(key / points), key % points] as const;
  for (const key of sorted) for (const end of endsOf(key)) start[end + 1] = at(start, end + 1) + 1;
  for (let index = 0; index < points; index++) start[index + 1] = at(start, index + 1) + at(start, index);
  const next = start.slice(0, points);
  const neighbour = new Uint32Array(2 * sorted.length);
  const piece = new Uint32Array(2 * sorted.length);
  for (const [index, key] of sorted.entries()) {
    const [a, b] = endsOf(key);
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const slot = at(next, from);
      neighbour[slot] = to;
      piece[slot] = index;
      next[from] = slot + 1;
    }
  }
  return { x, y, start, neighbour, piece, pieces: sorted.length };
};

/** The length of the straight line between two points. */
export const pieceMeters = ({ x, y }: StreetGraph, a: number, b: number): number =>
  Math.hypot(at(x, a) - at(x, b), at(y, a) - at(y, b));

const at = (array: Uint32Array | Float32Array, index: number): number => array[index] as number;
