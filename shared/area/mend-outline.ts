import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_CROSSINGS, SLIVER_SQUARE_METERS, SLIVER_WIDTH_METERS } from './area-limits.ts';
import { untangled } from './clip.ts';
import { findCrossings } from './find-crossings.ts';
import {
  areaOfPieces,
  cleanRing,
  isSame,
  metersAround,
  type Pieces,
  type Ring,
  rounded,
  squareMetersOf,
} from './plane.ts';

/**
 * Mends borders that cross themselves, leaves out slivers and fills holes too small to be meant.
 * What is left may be nothing. `named` is who the findings speak of.
 */
export const mendOutline = (
  given: Pieces,
  projection: LocalProjection,
  named: Pick<AreaFinding, 'at' | 'name'>,
): { pieces: Pieces; findings: AreaFinding[] } => {
  const findings: AreaFinding[] = [];
  const { pieces: mended, crossings } = uncrossed(given);
  const [crossing] = crossings;
  if (crossings.length === MOST_CROSSINGS) {
    const values = { crossings: MOST_CROSSINGS };
    const tangled = areaFinding('tangled', { ...named, values, ...(crossing && { position: crossing }) });
    return { pieces: [], findings: [tangled] };
  }
  if (crossing) findings.push(areaFinding('self_crossing', { ...named, position: crossing }));
  else if (
    Math.abs(areaOfPieces(given, projection) - areaOfPieces(mended, projection)) > SLIVER_SQUARE_METERS
  )
    findings.push(areaFinding('parts_overlap', named));
  const pieces = withoutSlivers(mended, projection, (code, ring) =>
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

/** Where the first open ring begins. */
export const openAt = (pieces: Pieces): Position | undefined =>
  pieces.flat().find((ring) => ring.length > 2 && !isSame(ring[0], ring.at(-1)))?.[0];

/**
 * Pieces none of whose rings crosses itself or another, and where they did. With `MOST_CROSSINGS` of these they are
 * left as they are.
 */
export const uncrossed = (pieces: Pieces): { pieces: Pieces; crossings: Position[] } => {
  const crossings = findCrossings(pieces.flat(), MOST_CROSSINGS);
  const isSimple = crossings.length === 0 && pieces.flat().length < 2;
  if (isSimple || crossings.length === MOST_CROSSINGS) return { pieces, crossings };
  return { pieces: closedPieces(untangled(pieces)), crossings };
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
