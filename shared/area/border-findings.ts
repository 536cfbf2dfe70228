import type { LocalProjection } from '../coverage/local-projection.ts';
import { BORDER_TOLERANCE_METERS, metersOutside } from '../geo/polygon.ts';
import type { Crs, Position } from '../geo/position.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_METERS_OUTSIDE, OVERLAP_SQUARE_METERS } from './area-limits.ts';
import type { GivenArea } from './read-feature.ts';
import { squareMetersInside } from './square-meters-inside.ts';

/**
 * What lies outside of the subdistrict: all of it, for which the wrong CRS is the likely cause; whole areas; corners
 * further out than a generalised border errs.
 */
export const borderFindings = (
  areas: readonly GivenArea[],
  { crs, likelyCrs, ...ground }: { crs: Crs; likelyCrs: Crs | undefined } & Ground,
): AreaFinding[] => {
  // One without any corner lies nowhere; that nothing is left of it is said when it is mended.
  const outside = areas
    .filter(({ pieces }) => pieces.flat(2).length > 0)
    .map((area) => ({ area, ...furthest(area, ground) }));
  const isAll = outside.length > 0 && outside.every(({ isWhole }) => isWhole);
  const likely = likelyCrs && { likely: likelyCrs };
  if (isAll) {
    const meters = Math.round(Math.min(...outside.map(({ nearest }) => nearest)));
    return [areaFinding('all_outside', { values: { areas: outside.length, meters, crs, ...likely } })];
  }
  return [
    ...(likely ? [areaFinding('likely_crs', { values: { crs, ...likely } })] : []),
    ...outside.flatMap(({ area: { at, name }, isWhole, meters, position }) => {
      if (!isWhole && meters <= BORDER_TOLERANCE_METERS) return [];
      const values = { meters: Math.round(meters) };
      const partly = meters > MOST_METERS_OUTSIDE ? 'far_outside' : 'partly_outside';
      return [areaFinding(isWhole ? 'outside' : partly, { at, name, values, ...(position && { position }) })];
    }),
  ];
};

type Ground = {
  outline: Outline;
  projection: LocalProjection;
  /** Whether what areas share with the subdistrict may be reckoned: not of borders that are far too fine. */
  isClippable: boolean;
};

/** How far the furthest and the nearest corner of an area lie outside, and whether no part of it is inside. */
const furthest = ({ pieces }: GivenArea, { outline, projection, isClippable }: Ground) => {
  let [meters, nearest] = [0, Number.POSITIVE_INFINITY];
  let position: Position | undefined;
  const corners = pieces.flat(2) as Position[];
  for (const corner of corners) {
    const out = metersOutside(corner, outline);
    if (out > meters) [meters, position] = [out, corner];
    nearest = Math.min(nearest, out);
  }
  // One that lies across the subdistrict or around it has no corner inside it either.
  const isAcross = () =>
    isClippable && squareMetersInside(pieces, outline, projection).inside >= OVERLAP_SQUARE_METERS;
  return { meters, nearest, position, isWhole: nearest > 0 && !isAcross() };
};
