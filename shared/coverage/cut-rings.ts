import { type RingIndex, startsOf } from './ring-index.ts';
import { isInside, type Ring } from './rings.ts';

/** How far a border moves when a line runs exactly through one of its corners, in metres: less than nothing. */
const NUDGE_METERS = 1e-5;
const MOST_NUDGES = 8;

/**
 * The part of an area that lies within a border: both as rings with their inside to the left, and so the answer.
 * Walks along the lines of either that lie inside of the other and changes over where they cross, as Weiler and
 * Atherton do; holes and several pieces need no case of their own. A line exactly through a corner of the other
 * would make the crossings not alternate: then the area is nudged by a hundredth of a millimetre and cut again.
 */
export const cutRings = (area: readonly Ring[], border: RingIndex): Ring[] => {
  let nudged = area;
  for (let attempt = 1; attempt <= MOST_NUDGES; attempt++) {
    const cut = tryCut(nudged, border);
    if (cut) return cut;
    const by = NUDGE_METERS * attempt;
    nudged = area.map((ring) => ring.map((value, at) => value + (at % 2 === 0 ? by : by * 0.618)));
  }
  // Only rings that cross themselves come here; what they bound is not defined, the uncut area is nearest to it.
  return [...area];
};

/** One crossing of the two, and where it stands on both. */
type Crossing = {
  x: number;
  y: number;
  /** The edge and how far along it, as one number: edge + part. */
  onArea: number;
  onBorder: number;
  areaRing: number;
  borderRing: number;
  /** Whether the area's line comes into the border here; else it leaves. */
  enters: boolean;
  nextOnArea: Crossing;
  nextOnBorder: Crossing;
  isWalked: boolean;
};

const tryCut = (area: readonly Ring[], border: RingIndex): Ring[] | undefined => {
  const crossings = crossingsOf(area, border);
  if (!crossings) return undefined;
  const isAreaCrossed = new Uint8Array(area.length);
  const isBorderCrossed = new Uint8Array(border.rings.length);
  for (const { areaRing, borderRing } of crossings) {
    isAreaCrossed[areaRing] = 1;
    isBorderCrossed[borderRing] = 1;
  }
  if (!link(crossings)) return undefined;
  const areaStarts = startsOf(area);
  const cut: Ring[] = [];
  for (const [index, ring] of area.entries())
    if (!isAreaCrossed[index] && isInside(ring[0] as number, ring[1] as number, border.rings)) cut.push(ring);
  for (const [index, ring] of border.rings.entries())
    if (!isBorderCrossed[index] && isInside(ring[0] as number, ring[1] as number, area)) cut.push(ring);
  for (const crossing of crossings) {
    if (!crossing.enters || crossing.isWalked) continue;
    const ring = walk(crossing, area, areaStarts, border);
    if (ring.length >= 6) cut.push(ring);
  }
  return cut;
};

const crossingsOf = (area: readonly Ring[], border: RingIndex): Crossing[] | undefined => {
  const crossings: Crossing[] = [];
  const { edges, side, west, south, columns, rows, offsets, members } = border;
  const lastSeen = new Int32Array(edges.length / 4).fill(-1);
  let areaEdge = 0;
  for (const [areaRing, ring] of area.entries()) {
    let ax = ring[0] as number;
    let ay = ring[1] as number;
    for (let at = 2; at <= ring.length; at += 2, areaEdge++) {
      const bx = ring[at % ring.length] as number;
      const by = ring[(at + 1) % ring.length] as number;
      const firstColumn = Math.max(0, Math.floor((Math.min(ax, bx) - west) / side));
      const lastColumn = Math.min(columns - 1, Math.floor((Math.max(ax, bx) - west) / side));
      const lastRow = Math.min(rows - 1, Math.floor((Math.max(ay, by) - south) / side));
      for (let row = Math.max(0, Math.floor((Math.min(ay, by) - south) / side)); row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const bucket = row * columns + column;
          for (let member = offsets[bucket] as number; member < (offsets[bucket + 1] as number); member++) {
            const edge = members[member] as number;
            if (lastSeen[edge] === areaEdge) continue;
            lastSeen[edge] = areaEdge;
            const cx = edges[edge * 4] as number;
            const cy = edges[edge * 4 + 1] as number;
            const dx = edges[edge * 4 + 2] as number;
            const dy = edges[edge * 4 + 3] as number;
            const fromA = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
            const fromB = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
            const fromC = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
            const fromD = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
            if (fromA > 0 === fromB > 0 || fromC > 0 === fromD > 0) {
              const touches = fromA === 0 || fromB === 0 || fromC === 0 || fromD === 0;
              if (touches && fromA * fromB <= 0 && fromC * fromD <= 0) return undefined;
              continue;
            }
            if (fromA === 0 || fromB === 0 || fromC === 0 || fromD === 0) return undefined;
            const part = fromA / (fromA - fromB);
            crossings.push({
              x: ax + (bx - ax) * part,
              y: ay + (by - ay) * part,
              onArea: areaEdge + part,
              onBorder: edge + fromC / (fromC - fromD),
              areaRing,
              borderRing: ringOfEdge(border, edge),
              enters: fromB > 0,
              isWalked: false,
            } as Crossing);
          }
        }
      }
      ax = bx;
      ay = by;
    }
  }
  return crossings;
};

const ringOfEdge = ({ starts }: RingIndex, edge: number): number => {
  let ring = 0;
  while ((starts[ring + 1] as number) <= edge) ring++;
  return ring;
};

/** Tells each crossing the next one on its ring of both; false where entering and leaving do not alternate. */
const link = (crossings: Crossing[]): boolean =>
  linkAlong(crossings, 'onArea', 'areaRing', 'nextOnArea') &&
  linkAlong(crossings, 'onBorder', 'borderRing', 'nextOnBorder');

const linkAlong = (
  crossings: Crossing[],
  along: 'onArea' | 'onBorder',
  ringKey: 'areaRing' | 'borderRing',
  next: 'nextOnArea' | 'nextOnBorder',
): boolean => {
  const sorted = crossings.toSorted((a, b) => a[along] - b[along]);
  let first = 0;
  for (let at = 0; at < sorted.length; at++) {
    const crossing = sorted[at] as Crossing;
    const following = sorted[at + 1];
    const isLastOfRing = following?.[ringKey] !== crossing[ringKey];
    const successor = isLastOfRing || !following ? (sorted[first] as Crossing) : following;
    if (successor.enters === crossing.enters) return false;
    crossing[next] = successor;
    if (isLastOfRing) first = at + 1;
  }
  return true;
};

/** The ring that begins where the area's line comes in. */
const walk = (start: Crossing, area: readonly Ring[], areaStarts: Int32Array, border: RingIndex): Ring => {
  const points: number[] = [];
  let entering = start;
  do {
    entering.isWalked = true;
    const leaving = entering.nextOnArea;
    points.push(entering.x, entering.y);
    addBetween(points, area, areaStarts, entering.areaRing, entering.onArea, leaving.onArea);
    points.push(leaving.x, leaving.y);
    entering = leaving.nextOnBorder;
    addBetween(points, border.rings, border.starts, leaving.borderRing, leaving.onBorder, entering.onBorder);
  } while (entering !== start && !entering.isWalked);
  return Float64Array.from(points);
};

/** The corners of a ring that lie between two crossings of it, all the way round where the second comes first. */
const addBetween = (
  points: number[],
  rings: readonly Ring[],
  starts: Int32Array,
  index: number,
  from: number,
  to: number,
): void => {
  const ring = rings[index] as Ring;
  const corners = ring.length / 2;
  const start = starts[index] as number;
  let count = Math.floor(to) - Math.floor(from);
  if (to < from) count += corners;
  let corner = Math.floor(from) - start;
  for (; count > 0; count--) {
    corner = corner + 1 === corners ? 0 : corner + 1;
    points.push(ring[corner * 2] as number, ring[corner * 2 + 1] as number);
  }
};
