import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { cleanRing, pointOf, type Ring } from './plane.ts';

/** A drawn border takes some tens of looks at each corner; a zigzag made to be slow takes thousands. */
const MOST_STEPS = 100;

/**
 * A closed ring with fewer corners, nowhere further than so many metres from where it ran (Ramer, Douglas, Peucker).
 * The corners are weighed once for every tolerance from `least` on. It is divided at the corner furthest from its first
 * one, so that a closed line is never flattened to a point. One that would take too long stays as it is.
 */
export const ringSimplifier = (ring: Ring, least: number, projection: LocalProjection) => {
  const weights = weightsOf(ring, least, projection);
  return (meters: number): Ring =>
    weights
      ? cleanRing(ring.filter((_: Position, index) => (weights[index] as number) > meters * meters))
      : ring;
};

/** The square of the tolerance up to which each corner is kept, zero for those that `least` does without. */
const weightsOf = (ring: Ring, least: number, projection: LocalProjection): Float64Array | undefined => {
  const points = Float64Array.from(ring.flatMap((position) => pointOf(projection, position)));
  const last = ring.length - 1;
  if (last < 4) return undefined;
  const weights = new Float64Array(ring.length);
  const far = furthestFrom(points);
  weights[0] = weights[far] = weights[last] = Number.POSITIVE_INFINITY;
  const open: [from: number, to: number, weight: number][] = [
    [0, far, Number.POSITIVE_INFINITY],
    [far, last, Number.POSITIVE_INFINITY],
  ];
  let steps = 0;
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to, weight] = stretch;
    steps += to - from;
    if (steps > MOST_STEPS * ring.length) return undefined;
    const { index, square } = worstBetween(points, from, to);
    if (square <= least * least) continue;
    // No corner is kept where the one that divides its stretch is not.
    const own = Math.min(weight, square);
    weights[index] = own;
    open.push([from, index, own], [index, to, own]);
  }
  return weights;
};

const furthestFrom = (points: Float64Array): number => {
  const [x0, y0] = points as unknown as [number, number];
  let [far, farthest] = [0, -1];
  for (let at = 1; at < points.length / 2 - 1; at++) {
    const square = ((points[at * 2] as number) - x0) ** 2 + ((points[at * 2 + 1] as number) - y0) ** 2;
    if (square > farthest) [far, farthest] = [at, square];
  }
  return far;
};

/** The corner between two others that lies furthest from the line between them, and the square of how far. */
const worstBetween = (points: Float64Array, from: number, to: number): { index: number; square: number } => {
  const ax = points[from * 2] as number;
  const ay = points[from * 2 + 1] as number;
  const dx = (points[to * 2] as number) - ax;
  const dy = (points[to * 2 + 1] as number) - ay;
  const length = dx * dx + dy * dy;
  let [index, worst] = [-1, -1];
  for (let at = from + 1; at < to; at++) {
    const x = (points[at * 2] as number) - ax;
    const y = (points[at * 2 + 1] as number) - ay;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
    const square = (x - along * dx) ** 2 + (y - along * dy) ** 2;
    if (square > worst) {
      worst = square;
      index = at;
    }
  }
  return { index, square: worst };
};
