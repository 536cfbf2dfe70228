import { featureCollection, polygon } from '@turf/helpers';
import { union } from '@turf/union';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LocalProjection } from '../coverage/local-projection.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { SLIVER_SQUARE_METERS, SLIVER_WIDTH_METERS } from './area-limits.ts';
import { findCrossing, findCrossings } from './find-crossing.ts';
import {
  areaOfPieces,
  cleanRing,
  isSame,
  metersAround,
  type Pieces,
  piecesOf,
  type Ring,
  rounded,
  squareMetersOf,
} from './plane.ts';

/** A hand slips a few times; what crosses itself so often is no border, and would take minutes to mend. */
const MOST_CROSSINGS = 100;

/**
 * Closes rings, mends borders that cross themselves, leaves out slivers and fills holes too small to be meant.
 * What is left may be nothing. `named` is who the findings speak of.
 */
export const mendOutline = (
  given: Pieces,
  projection: LocalProjection,
  named: Pick<AreaFinding, 'at' | 'name'>,
): { pieces: Pieces; findings: AreaFinding[] } => {
  const findings: AreaFinding[] = [];
  const open = given.flat().find((ring) => ring.length > 2 && !isSame(ring[0], ring.at(-1)));
  if (open?.[0]) findings.push(areaFinding('ring_closed', { ...named, position: open[0] }));
  const closed = closedPieces(given);
  for (const ring of closed.flat()) {
    const crossings = findCrossings(ring, projection, MOST_CROSSINGS);
    if (crossings.length < MOST_CROSSINGS) continue;
    const values = { crossings: MOST_CROSSINGS };
    const tangled = areaFinding('tangled', {
      ...named,
      values,
      ...(crossings[0] && { position: crossings[0] }),
    });
    return { pieces: [], findings: [tangled] };
  }
  const mended = uncrossed(closed, projection);
  if (mended.crossing) findings.push(areaFinding('self_crossing', { ...named, position: mended.crossing }));
  const pieces = withoutSlivers(mended.pieces, projection, (code, ring) =>
    findings.push(
      areaFinding(code, {
        ...named,
        values: { squareMeters: Math.round(squareMetersOf(ring, projection)) },
        ...(ring[0] && { position: ring[0] }),
      }),
    ),
  );
  return { pieces, findings };
};

/** Rings of at least three corners, closed; a piece without an outer one is none. */
export const closedPieces = (pieces: Pieces): Pieces =>
  pieces.flatMap((rings) => {
    const [outer = [], ...holes] = rings.map((ring) => cleanRing(ring.map(rounded)));
    return outer.length === 0 ? [] : [[outer, ...holes.filter((hole) => hole.length > 0)]];
  });

/** Pieces none of whose rings crosses itself or another; `crossing` is where one did. */
export const uncrossed = (pieces: Pieces, projection: LocalProjection) => {
  const crossing = pieces
    .flat()
    .map((ring) => findCrossing(ring, projection))
    .find((position) => position !== undefined);
  const isSimple = crossing === undefined && pieces.length < 2 && pieces.every(({ length }) => length < 2);
  if (isSimple || pieces.length === 0) return { pieces, crossing };
  return { pieces: united(pieces.map((rings) => ({ type: 'Polygon', coordinates: rings }))), crossing };
};

/** The pieces that polygons make together. */
export const united = (polygons: readonly (Polygon | MultiPolygon)[]): Pieces => {
  const features = polygons.flatMap((each) => piecesOf(each).map((rings) => polygon(rings)));
  const [first] = features;
  if (!first) return [];
  // One alone is united with itself, which resolves where it crosses itself.
  const whole = union(featureCollection(features.length === 1 ? [first, first] : features));
  return whole ? closedPieces(piecesOf(whole.geometry)) : [];
};

const withoutSlivers = (
  pieces: Pieces,
  projection: LocalProjection,
  tell: (code: 'sliver_dropped' | 'hole_filled', ring: Ring) => void,
): Pieces =>
  pieces.flatMap((rings) => {
    const [outer, ...holes] = rings as [Ring, ...Ring[]];
    if (isSliver(outer, projection)) {
      tell('sliver_dropped', outer);
      return [];
    }
    const kept = holes.filter((hole) => {
      const isKept = !isSliver(hole, projection);
      if (!isKept) tell('hole_filled', hole);
      return isKept;
    });
    return [[outer, ...kept]];
  });

/** Whether a ring holds too little, or is too narrow, to be more than a slip of the drawing hand. */
export const isSliver = (ring: Ring, projection: LocalProjection): boolean => {
  const area = squareMetersOf(ring, projection);
  return area < SLIVER_SQUARE_METERS || (2 * area) / metersAround(ring, projection) < SLIVER_WIDTH_METERS;
};

/** Whether pieces hold more than a sliver. */
export const isSomething = (pieces: Pieces, projection: LocalProjection): boolean =>
  areaOfPieces(pieces, projection) >= SLIVER_SQUARE_METERS;
