import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { cleanRing, pointOf, type Ring } from './plane.ts';

/** A drawn border takes some tens of looks at each corner; a zigzag made to be slow takes thousands. */
const MOST_STEPS = 400;

/**
 * A closed ring with fewer corners, nowhere further than `meters` from where it ran (Ramer, Douglas, Peucker). It
 * is divided at the corner furthest from its first one, so that a closed line is never flattened to a point. One that would take too long stays as it is.
 */
export const simplifyRing = (ring: Ring, meters: number, projection: LocalProjection): Ring => {
  const points = ring.map((position) => pointOf(projection, position));
  const last = points.length - 1;
  if (last < 4) return ring;
  const [x0, y0] = points[0] as readonly [number, number];
  let far = 0;
  let farthest = -1;
  for (let at = 1; at < last; at++) {
    const [x, y] = points[at] as readonly [number, number];
    const square = (x - x0) ** 2 + (y - y0) ** 2;
    if (square > farthest) [far, farthest] = [at, square];
  }
  const kept = new Uint8Array(points.length);
  kept[0] = kept[far] = kept[last] = 1;
  const open: [number, number][] = [
    [0, far],
    [far, last],
  ];
  let steps = 0;
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    steps += to - from;
    if (steps > MOST_STEPS * points.length) return ring;
    const [ax, ay] = points[from] as readonly [number, number];
    const [bx, by] = points[to] as readonly [number, number];
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    let [worst, index] = [meters * meters, -1];
    for (let at = from + 1; at < to; at++) {
      const [x, y] = points[at] as readonly [number, number];
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      const square = (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
      if (square > worst) [worst, index] = [square, at];
    }
    if (index < 0) continue;
    kept[index] = 1;
    open.push([from, index], [index, to]);
  }
  return cleanRing(ring.filter((_: Position, index) => kept[index] === 1));
};
