import type { LocalProjection } from '../coverage/local-projection.ts';
import { isWithin } from '../geo/polygon.ts';
import type { Position } from '../geo/position.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { OVERLAP_SQUARE_METERS } from './area-limits.ts';
import { intersectionOf, ringsOfShape, type Shape, sharedBySome, squareMetersOfShape } from './clip.ts';
import { isSliver } from './mend-outline.ts';
import {
  type Box,
  boxesMeet,
  boxOf,
  largestOf,
  outlineOf,
  placeOf,
  type Ring,
  squareMetersOf,
} from './plane.ts';
import type { GivenArea } from './read-feature.ts';

/** So many overlaps, or places where areas do, tell that a file divides nothing. */
const MOST_OVERLAPS = 200;
const MOST_PLACES = 1000;

/** And so many corners of pairs that were looked at one by one: a second of work. */
const MOST_CORNERS = 400_000;

type Present = GivenArea & {
  shape: Shape;
  corners: number;
  box: Box;
  /** The numbers of the places that the area reaches. */
  places: readonly number[];
  isAt: ReadonlySet<number>;
};

/**
 * Pairs of areas that share more than a sliver, with where and how much. They are sought only where anything lies under
 * two areas at once, which all of them together tell; `whole` is what any of them holds.
 */
export const overlapFindings = (
  areas: readonly GivenArea[],
  shapes: readonly Shape[],
  whole: Shape,
  projection: LocalProjection,
): AreaFinding[] => {
  const sum = shapes.reduce((all, shape) => all + squareMetersOfShape(shape, projection), 0);
  if (sum - squareMetersOfShape(whole, projection) < OVERLAP_SQUARE_METERS) return [];
  const places = ringsOfShape(sharedBySome(shapes), 'outer')
    .filter((ring) => !isSliver(ring, projection))
    .slice(0, MOST_PLACES);
  const present = areas.map((area, index) => presentIn(area, shapes[index] ?? [], places));
  const found: AreaFinding[] = [];
  let corners = 0;
  // Neighbours mostly stand one after the other in a file: none of them is left out for those far apart.
  for (let apart = 1; apart < present.length; apart++) {
    for (const [index, b] of present.slice(apart).entries()) {
      const a = present[index] as Present;
      if (!boxesMeet(a.box, b.box) || !a.places.some((place) => b.isAt.has(place))) continue;
      corners += a.corners + b.corners;
      const overlap = overlapOf(a, b, projection);
      if (overlap) found.push(overlap);
      if (found.length === MOST_OVERLAPS || corners > MOST_CORNERS) return found;
    }
  }
  return found;
};

const presentIn = (area: GivenArea, shape: Shape, places: readonly Ring[]): Present => {
  const box = boxOf(area.pieces);
  const reached = places.flatMap((ring, index) => (reaches(area, box, ring) ? index : []));
  const corners = shape.reduce((sum, { length }) => sum + length, 0);
  return { ...area, shape, corners, box, places: reached, isAt: new Set(reached) };
};

/** Whether an area has a border in the box around a place, or else the place within it. */
const reaches = ({ pieces }: GivenArea, box: Box, place: Ring): boolean => {
  const around = boxOf([[place]]);
  return (
    boxesMeet(box, around) &&
    (pieces.some((rings) => rings.some((ring) => passes(ring, around))) ||
      isWithin(place[0] as Position, outlineOf(pieces), 0))
  );
};

const passes = (ring: Ring, [west, south, east, north]: Box): boolean => {
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1] as Position, ring[at] as Position];
    if (Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) continue;
    if (Math.max(a[1], b[1]) >= south && Math.min(a[1], b[1]) <= north) return true;
  }
  return false;
};

const overlapOf = (a: Present, b: Present, projection: LocalProjection): AreaFinding | undefined => {
  const shared = intersectionOf(a.shape, b.shape);
  const rings = ringsOfShape(shared, 'outer');
  const slivers = rings.filter((ring) => isSliver(ring, projection));
  if (slivers.length === rings.length) return undefined;
  const left = slivers.reduce(
    (sum, ring) => sum - squareMetersOf(ring, projection),
    squareMetersOfShape(shared, projection),
  );
  const squareMeters = Math.round(left);
  if (squareMeters < OVERLAP_SQUARE_METERS) return undefined;
  const values = { squareMeters, with: b.name };
  const { at, name } = a;
  return areaFinding('overlap', { at, name, values, ...placeOf(largestOf(rings, projection)) });
};
