import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Position } from '../geo/position.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { OVERLAP_SQUARE_METERS } from './area-limits.ts';
import { isSliver, united } from './mend-outline.ts';
import { areaOfPieces, boxesMeet, boxOf, outlineOf, type Pieces, piecesOf, squareMetersOf } from './plane.ts';
import type { GivenArea } from './read-feature.ts';

/** A subdistrict's border is generalised: so much of it may belong to no area without anybody having erred. */
const MOST_UNCOVERED = 0.03;

/** So many overlaps tell that a file divides nothing; to look for all of 200 areas would take minutes. */
const MOST_OVERLAPS = 200;

/** What neighbours share, what they leave free between them, and how much of the subdistrict belongs to none. */
export const neighbourFindings = (
  areas: readonly GivenArea[],
  outline: Outline,
  projection: LocalProjection,
): AreaFinding[] => {
  const present = areas.filter(({ pieces }) => pieces.length > 0);
  const shared = overlaps(present, projection);
  // What lies over each other this much would take minutes to put together.
  if (shared.length === MOST_OVERLAPS) return shared;
  const whole = united(present.map(({ pieces }) => outlineOf(pieces)));
  return [...shared, ...gaps(whole, projection), ...uncovered(whole, outline, projection)];
};

const overlaps = (areas: readonly GivenArea[], projection: LocalProjection): AreaFinding[] => {
  const boxes = areas.map(({ pieces }) => boxOf(pieces));
  const found: AreaFinding[] = [];
  for (const [index, area] of areas.entries()) {
    for (const [rank, other] of areas.entries()) {
      const [a, b] = [boxes[index], boxes[rank]];
      if (rank <= index || !a || !b || !boxesMeet(a, b)) continue;
      const overlap = overlapOf(area, other, projection);
      if (overlap) found.push(overlap);
      if (found.length === MOST_OVERLAPS) return found;
    }
  }
  return found;
};

const overlapOf = (
  area: GivenArea,
  other: GivenArea,
  projection: LocalProjection,
): AreaFinding | undefined => {
  const shared = intersect(
    featureCollection([feature(outlineOf(area.pieces)), feature(outlineOf(other.pieces))]),
  );
  const pieces = (shared ? piecesOf(shared.geometry) : []).filter(
    ([outer]) => outer && !isSliver(outer, projection),
  );
  const squareMeters = Math.round(areaOfPieces(pieces, projection));
  if (squareMeters < OVERLAP_SQUARE_METERS) return undefined;
  const values = { squareMeters, with: other.name };
  return areaFinding('overlap', { at: area.at, name: area.name, values, ...placeOf(pieces) });
};

/** What areas enclose and none of them holds; where one area was drawn with a hole of its own, another fills it. */
const gaps = (whole: Pieces, projection: LocalProjection): AreaFinding[] =>
  whole
    .flatMap(([, ...holes]) => holes)
    .filter((hole) => !isSliver(hole, projection))
    .map((hole) =>
      areaFinding('gap', {
        values: { squareMeters: Math.round(squareMetersOf(hole, projection)) },
        ...placeOf([[hole]]),
      }),
    );

const uncovered = (whole: Pieces, outline: Outline, projection: LocalProjection): AreaFinding[] => {
  if (whole.length === 0) return [];
  const left = difference(featureCollection([feature(outline), feature(outlineOf(whole))]));
  const pieces = left ? piecesOf(left.geometry) : [];
  const squareMeters = areaOfPieces(pieces, projection);
  const share = squareMeters / areaOfPieces(piecesOf(outline), projection);
  if (share <= MOST_UNCOVERED) return [];
  const values = { squareMeters: Math.round(squareMeters), percent: Math.round(share * 100) };
  const largest = pieces.toSorted((a, b) => areaOfPieces([b], projection) - areaOfPieces([a], projection));
  return [areaFinding('not_covered', { values, ...placeOf(largest) })];
};

/** A corner of the first piece, for a map to point at. */
const placeOf = (pieces: Pieces): { position?: Position } => {
  const position = pieces[0]?.[0]?.[0];
  return position ? { position } : {};
};
