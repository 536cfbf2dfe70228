import type { LocalProjection } from '../coverage/local-projection.ts';
import { positionOf } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { type Point, pointOf, type Ring } from './plane.ts';

/**
 * Where a ring crosses itself, or runs back along itself; undefined where it does not. Edges are compared along the
 * axis from west to east, so that a drawn border takes far fewer comparisons than pairs of edges.
 */
export const findCrossing = (ring: Ring, projection: LocalProjection): Position | undefined =>
  findCrossings(ring, projection, 1)[0];

/** Where a ring crosses itself, at most so many of the places. */
export const findCrossings = (ring: Ring, projection: LocalProjection, most: number): Position[] => {
  const points = ring.map((position) => pointOf(projection, position));
  const edges = points.slice(1).map((to, index) => {
    const from = points[index] as Point;
    return { index, from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) };
  });
  const sorted = edges.toSorted((a, b) => a.west - b.west);
  const found: Position[] = [];
  for (const [rank, a] of sorted.entries()) {
    for (let next = rank + 1; next < sorted.length; next++) {
      const b = sorted[next] as (typeof sorted)[number];
      if (b.west > a.east) break;
      const distance = Math.abs(a.index - b.index);
      if (distance <= 1 || distance === edges.length - 1) continue;
      const at = crossingOf(a.from, a.to, b.from, b.to);
      if (at) found.push(positionOf(projection, at[0], at[1]));
      if (found.length === most) return found;
    }
  }
  return found;
};

const crossingOf = (a: Point, b: Point, c: Point, d: Point): Point | undefined => {
  const turn = (p: Point, q: Point, r: Point) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const [c1, c2, c3, c4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (c1 * c2 > 0 || c3 * c4 > 0) return undefined;
  const across = c3 - c4;
  if (across === 0) return c1 === 0 && isBetween(a, b, c) ? c : undefined;
  const along = c3 / across;
  return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
};

const isBetween = (a: Point, b: Point, p: Point): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);
