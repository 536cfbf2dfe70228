import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_CROSSINGS_TOGETHER } from './area-limits.ts';
import { differenceOf, ringsOfShape, type Shape, shapeOf, squareMetersOfShape, unionOf } from './clip.ts';
import { findCrossings } from './find-crossings.ts';
import { isSliver } from './mend-outline.ts';
import { overlapFindings } from './overlap-findings.ts';
import { largestOf, piecesOf, placeOf, squareMetersOf } from './plane.ts';
import type { GivenArea } from './read-feature.ts';

/** A subdistrict's border is generalised: so much of it may belong to no area without anybody having erred. */
const MOST_UNCOVERED = 0.03;

/** What neighbours share, what they leave free between them, and how much of the subdistrict belongs to none. */
export const neighbourFindings = (
  areas: readonly GivenArea[],
  outline: Outline,
  projection: LocalProjection,
): AreaFinding[] => {
  const crossings = findCrossings(
    areas.flatMap(({ pieces }) => pieces.flat()),
    MOST_CROSSINGS_TOGETHER,
  );
  if (crossings.length === MOST_CROSSINGS_TOGETHER) {
    const [position] = crossings;
    const values = { crossings: MOST_CROSSINGS_TOGETHER };
    return [areaFinding('entangled', { values, ...(position && { position }) })];
  }
  const shapes = areas.map(({ pieces }) => shapeOf(pieces));
  const whole = unionOf(shapes);
  return [
    ...overlapFindings(areas, shapes, whole, projection),
    ...gaps(whole, projection),
    ...uncovered(whole, outline, projection),
  ];
};

/** What areas enclose and none of them holds; where one area was drawn with a hole of its own, another fills it. */
const gaps = (whole: Shape, projection: LocalProjection): AreaFinding[] =>
  ringsOfShape(whole, 'holes')
    .filter((hole) => !isSliver(hole, projection))
    .map((hole) =>
      areaFinding('gap', {
        values: { squareMeters: Math.round(squareMetersOf(hole, projection)) },
        ...placeOf(hole),
      }),
    );

const uncovered = (whole: Shape, outline: Outline, projection: LocalProjection): AreaFinding[] => {
  if (whole.length === 0) return [];
  const subdistrict = shapeOf(piecesOf(outline));
  const left = differenceOf(subdistrict, whole);
  const squareMeters = squareMetersOfShape(left, projection);
  const share = squareMeters / squareMetersOfShape(subdistrict, projection);
  if (share <= MOST_UNCOVERED) return [];
  const values = { squareMeters: Math.round(squareMeters), percent: Math.round(share * 100) };
  return [
    areaFinding('not_covered', { values, ...placeOf(largestOf(ringsOfShape(left, 'outer'), projection)) }),
  ];
};
