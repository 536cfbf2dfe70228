import type { LocalProjection } from '../coverage/local-projection.ts';
import { positionOf } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { SNAP_METERS } from './area-limits.ts';
import { type Box, boxesMeet, boxOf, cleanRing, isSame, type Pieces, pointOf, type Ring } from './plane.ts';

/** How many corners of an area moved onto a neighbour's border, and the furthest of them. */
export type Snap = { corners: number; meters: number };

/** The tolerance in degrees, for boxes alone. */
const MARGIN_DEGREES = 0.0001;

/**
 * Draws borders of neighbours that run within `SNAP_METERS` of each other as one: an area takes the corners and
 * edges of those before it, so that the first one drawn stays as it was.
 */
export const snapNeighbours = (
  areas: readonly Pieces[],
  projection: LocalProjection,
): { pieces: Pieces; snap: Snap }[] => {
  const done: { pieces: Pieces; box: Box; snap: Snap }[] = [];
  for (const pieces of areas) {
    const box = boxOf(pieces);
    const near = done.filter((other) => boxesMeet(box, other.box, MARGIN_DEGREES));
    const edges = near.flatMap((other) => other.pieces.flat().flatMap((ring) => edgesOf(ring, projection)));
    const close = edges.filter((edge) => meetsBox(edge, box));
    const snap: Snap = { corners: 0, meters: 0 };
    const snapped = pieces.map((rings) => rings.map((ring) => snapRing(ring, close, projection, snap)));
    const kept = snapped.flatMap(([outer = [], ...holes]) =>
      outer.length === 0 ? [] : [[outer, ...holes.filter(({ length }) => length > 0)]],
    );
    done.push({ pieces: kept, box, snap });
  }
  return done.map(({ pieces, snap }) => ({ pieces, snap }));
};

type Edge = { a: Position; b: Position; ax: number; ay: number; bx: number; by: number };

const edgesOf = (ring: Ring, projection: LocalProjection): Edge[] =>
  ring.slice(1).map((b, index) => {
    const a = ring[index] as Position;
    const [ax, ay] = pointOf(projection, a);
    const [bx, by] = pointOf(projection, b);
    return { a, b, ax, ay, bx, by };
  });

const meetsBox = ({ a, b }: Edge, box: Box): boolean =>
  boxesMeet(
    [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    box,
    MARGIN_DEGREES,
  );

const snapRing = (ring: Ring, edges: readonly Edge[], projection: LocalProjection, snap: Snap): Ring => {
  if (edges.length === 0) return ring;
  const moved = ring.map((position, index) => {
    const to = nearestOn(position, edges, projection);
    // The last corner is the first once more.
    if (to && index > 0 && !isSame(to.position, position)) {
      snap.corners += 1;
      snap.meters = Math.max(snap.meters, to.meters);
    }
    return to?.position ?? position;
  });
  return withCorners(cleanRing(moved), edges, projection);
};

/** The corner within the tolerance, else the point of an edge; undefined where neither is near. */
const nearestOn = (position: Position, edges: readonly Edge[], projection: LocalProjection) => {
  const [x, y] = pointOf(projection, position);
  let corner: { position: Position; meters: number } | undefined;
  let point: { position: Position; meters: number } | undefined;
  for (const { a, ax, ay, bx, by } of edges) {
    if (Math.min(ax, bx) > x + SNAP_METERS || Math.max(ax, bx) < x - SNAP_METERS) continue;
    if (Math.min(ay, by) > y + SNAP_METERS || Math.max(ay, by) < y - SNAP_METERS) continue;
    const toCorner = Math.hypot(ax - x, ay - y);
    if (toCorner <= (corner?.meters ?? SNAP_METERS)) corner = { position: a, meters: toCorner };
    const along = alongOf(x, y, ax, ay, bx, by);
    const [px, py] = [ax + along * (bx - ax), ay + along * (by - ay)];
    const toPoint = Math.hypot(px - x, py - y);
    if (toPoint <= (point?.meters ?? SNAP_METERS))
      point = { position: positionOf(projection, px, py), meters: toPoint };
  }
  return corner ?? point;
};

/** A ring that also turns at the corners of its neighbours that lie along its edges. */
const withCorners = (ring: Ring, edges: readonly Edge[], projection: LocalProjection): Ring => {
  const own = new Set(ring.map(String));
  const corners = edges.filter(({ a }) => !own.has(`${a}`));
  if (corners.length === 0) return ring;
  const result: Ring = [];
  for (const edge of edgesOf(ring, projection)) {
    result.push(edge.a);
    const { ax, ay, bx, by } = edge;
    const length = Math.hypot(bx - ax, by - ay);
    const between = corners.flatMap((corner) => {
      const { ax: x, ay: y } = corner;
      if (Math.min(ax, bx) > x + SNAP_METERS || Math.max(ax, bx) < x - SNAP_METERS) return [];
      if (Math.min(ay, by) > y + SNAP_METERS || Math.max(ay, by) < y - SNAP_METERS) return [];
      const along = alongOf(x, y, ax, ay, bx, by);
      const away = Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
      const isWithin = along * length > SNAP_METERS && (1 - along) * length > SNAP_METERS;
      return away <= SNAP_METERS && isWithin ? [{ along, position: corner.a }] : [];
    });
    for (const { position } of between.toSorted((a, b) => a.along - b.along)) result.push(position);
  }
  const [first] = result;
  return first ? cleanRing([...result, first]) : [];
};

const alongOf = (x: number, y: number, ax: number, ay: number, bx: number, by: number): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  return length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
};
