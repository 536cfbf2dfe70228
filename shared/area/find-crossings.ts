import type { Position } from '../geo/position.ts';
import type { Ring } from './plane.ts';

/**
 * Where a ring crosses itself, runs back along itself or touches itself, and where two rings cross each other; at most
 * so many of the places. Edges are compared along the axis that takes fewer comparisons: of drawn borders far fewer
 * than there are pairs of edges.
 */
export const findCrossings = (rings: readonly Ring[], most: number): Position[] => {
  const edges = edgesOf(rings);
  const [eastward, northward] = [sweepAlong(edges, 'x'), sweepAlong(edges, 'y')];
  const { order, low, high, from, to } = eastward.pairs <= northward.pairs ? eastward : northward;
  const found: Position[] = [];
  for (let a = 0; a < order.length; a++) {
    const [end, bottom, top] = [high[a] as number, from[a] as number, to[a] as number];
    for (let b = a + 1; b < order.length && (low[b] as number) <= end; b++) {
      if ((from[b] as number) > top || (to[b] as number) < bottom) continue;
      const at = crossingOf(edges, order[a] as number, order[b] as number);
      if (at) found.push(at);
      if (found.length === most) return found;
    }
  }
  return found;
};

/** Ends in ten millionths of a degree, which are whole: no rounding hides a crossing or makes one up. */
type Edges = {
  ax: Float64Array;
  ay: Float64Array;
  bx: Float64Array;
  by: Float64Array;
  /** Where the ring of each edge begins among the edges, and how many it has. */
  first: Uint32Array;
  count: Uint32Array;
};

const PER_DEGREE = 1e7;

const edgesOf = (rings: readonly Ring[]): Edges => {
  const all = rings.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  const numbers = () => new Float64Array(all);
  const [ax, ay, bx, by] = [numbers(), numbers(), numbers(), numbers()];
  const [first, count] = [new Uint32Array(all), new Uint32Array(all)];
  let edge = 0;
  for (const ring of rings) {
    const start = edge;
    for (let at = 1; at < ring.length; at++, edge++) {
      const [from, to] = [ring[at - 1] as Position, ring[at] as Position];
      ax[edge] = Math.round(from[0] * PER_DEGREE);
      ay[edge] = Math.round(from[1] * PER_DEGREE);
      bx[edge] = Math.round(to[0] * PER_DEGREE);
      by[edge] = Math.round(to[1] * PER_DEGREE);
      first[edge] = start;
      count[edge] = ring.length - 1;
    }
  }
  return { ax, ay, bx, by, first, count };
};

/** The edges in the order in which they begin along an axis, how far they reach, and how many pairs meet along it. */
const sweepAlong = ({ ax, ay, bx, by }: Edges, axis: 'x' | 'y') => {
  const [a, b, aside, bside] = axis === 'x' ? [ax, bx, ay, by] : [ay, by, ax, bx];
  const lower = (p: Float64Array, q: Float64Array) => p.map((value, at) => Math.min(value, q[at] as number));
  const upper = (p: Float64Array, q: Float64Array) => p.map((value, at) => Math.max(value, q[at] as number));
  const begins = lower(a, b);
  const order = Uint32Array.from(begins.keys()).sort((p, q) => (begins[p] as number) - (begins[q] as number));
  const inOrder = (values: Float64Array) => values.map((_, at) => values[order[at] as number] as number);
  const [low, high] = [inOrder(begins), inOrder(upper(a, b))];
  const ends = high.toSorted();
  let [pairs, ended] = [0, 0];
  for (let at = 0; at < low.length; at++) {
    while ((ends[ended] as number) < (low[at] as number)) ended++;
    pairs += at - ended;
  }
  return { order, pairs, low, high, from: inOrder(lower(aside, bside)), to: inOrder(upper(aside, bside)) };
};

const crossingOf = (edges: Edges, a: number, b: number): Position | undefined => {
  const { ax, ay, bx, by, first, count } = edges;
  const isOneRing = first[a] === first[b];
  const apart = Math.abs(a - b);
  if (isOneRing && (apart === 1 || apart === (count[a] as number) - 1)) return undefined;
  const [px, py, qx, qy] = [ax[a], ay[a], bx[a], by[a]] as [number, number, number, number];
  const [rx, ry, sx, sy] = [ax[b], ay[b], bx[b], by[b]] as [number, number, number, number];
  const r = turn(px, py, qx, qy, rx, ry);
  const s = turn(px, py, qx, qy, sx, sy);
  if (r * s > 0) return undefined;
  const p = turn(rx, ry, sx, sy, px, py);
  const q = turn(rx, ry, sx, sy, qx, qy);
  if (p * q > 0) return undefined;
  // Neighbours touch all along their common border.
  if (!isOneRing && (r * s === 0 || p * q === 0)) return undefined;
  const across = p - q;
  if (across === 0) return r === 0 && meets(px, py, qx, qy, rx, ry) ? positionOf(rx, ry) : undefined;
  const along = p / across;
  return positionOf(px + along * (qx - px), py + along * (qy - py));
};

/** Twice the area of a triangle, negative where its corners run with the clock. */
const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Whether a point lies in the box around an edge. */
const meets = (ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);

const positionOf = (x: number, y: number): Position => [
  Math.round(x) / PER_DEGREE,
  Math.round(y) / PER_DEGREE,
];
