import { positionOf } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { SNAP_METERS } from './area-limits.ts';
import { type BorderIndex, edgesOf } from './border-index.ts';
import { cleanRing, isSame, type Pieces, pointOf, type Ring } from './plane.ts';

/** How many corners of an area moved onto a neighbour's border, and the furthest of them. */
export type Snap = { corners: number; meters: number };

/**
 * Draws the borders of an area that run within `SNAP_METERS` of those of its neighbours as theirs: it takes their
 * corners and edges. Undefined where it would come to have more than `most` corners.
 */
export const snapToNeighbours = (
  pieces: Pieces,
  neighbours: BorderIndex,
  most: number,
): { pieces: Pieces; snap: Snap } | undefined => {
  const snap: Snap = { corners: 0, meters: 0 };
  let left = most;
  const snapped: Pieces = [];
  for (const rings of pieces) {
    const drawn: Ring[] = [];
    for (const ring of rings) {
      const moved = withCorners(cleanRing(movedRing(ring, neighbours, snap)), neighbours, left);
      if (!moved) return undefined;
      left -= moved.length;
      drawn.push(moved);
    }
    const [outer = [], ...holes] = drawn;
    if (outer.length > 0) snapped.push([outer, ...holes.filter(({ length }) => length > 0)]);
  }
  return { pieces: snapped, snap };
};

const movedRing = (ring: Ring, neighbours: BorderIndex, snap: Snap): Ring =>
  ring.map((position, index) => {
    const to = nearestOn(position, neighbours);
    // The last corner is the first once more.
    if (to && index > 0 && !isSame(to.position, position)) {
      snap.corners += 1;
      snap.meters = Math.max(snap.meters, to.meters);
    }
    return to?.position ?? position;
  });

/** The corner within the tolerance, else the point of an edge; undefined where neither is near. */
const nearestOn = (position: Position, neighbours: BorderIndex) => {
  const { projection } = neighbours;
  const [x, y] = pointOf(projection, position);
  let corner: { position: Position; meters: number } | undefined;
  let point: { x: number; y: number; meters: number } | undefined;
  for (const { a, ax, ay, b, bx, by } of neighbours.edgesNear(x, y)) {
    if (Math.min(ax, bx) > x + SNAP_METERS || Math.max(ax, bx) < x - SNAP_METERS) continue;
    if (Math.min(ay, by) > y + SNAP_METERS || Math.max(ay, by) < y - SNAP_METERS) continue;
    const toA = Math.hypot(ax - x, ay - y);
    if (toA <= (corner?.meters ?? SNAP_METERS)) corner = { position: a, meters: toA };
    const toB = Math.hypot(bx - x, by - y);
    if (toB < (corner?.meters ?? SNAP_METERS)) corner = { position: b, meters: toB };
    const along = alongOf(x, y, ax, ay, bx, by);
    const [px, py] = [ax + along * (bx - ax), ay + along * (by - ay)];
    const meters = Math.hypot(px - x, py - y);
    if (meters <= (point?.meters ?? SNAP_METERS)) point = { x: px, y: py, meters };
  }
  return corner ?? (point && { position: positionOf(projection, point.x, point.y), meters: point.meters });
};

/** A ring that also turns at corners of its neighbours that lie along its edges; undefined where there are too many. */
const withCorners = (ring: Ring, neighbours: BorderIndex, most: number): Ring | undefined => {
  const own = new Set(ring.map(String));
  const result: Ring = [];
  for (const edge of edgesOf(ring, neighbours.projection)) {
    const { ax, ay, bx, by } = edge;
    const length = Math.hypot(bx - ax, by - ay);
    const between: { along: number; position: Position }[] = [];
    for (const { position, x, y } of neighbours.cornersNear(edge)) {
      const along = alongOf(x, y, ax, ay, bx, by);
      if (Math.min(along, 1 - along) * length <= SNAP_METERS) continue;
      const away = Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
      if (away <= SNAP_METERS && !own.has(`${position}`)) between.push({ along, position });
    }
    between.sort((a, b) => a.along - b.along);
    result.push(edge.a, ...between.map(({ position }) => position));
    if (result.length > most) return undefined;
  }
  const [first] = result;
  return first ? cleanRing([...result, first]) : [];
};

const alongOf = (x: number, y: number, ax: number, ay: number, bx: number, by: number): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  return length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
};
