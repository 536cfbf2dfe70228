import type { LocalProjection } from '../coverage/local-projection.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_AREA_BYTES, MOST_RING_VERTICES, MOST_VERTICES, SIMPLIFY_METERS } from './area-limits.ts';
import { bytesOf } from './packed-items.ts';
import type { Pieces } from './plane.ts';
import type { GivenArea } from './read-feature.ts';
import { ringSimplifier } from './ring-simplifier.ts';

/** What people and sources of an area may take beside its border. */
const BYTES_BESIDE = 3000;

/**
 * Areas whose borders fit into what is kept: those drawn finer than anything is gained by are drawn coarser, by half a
 * metre and at most five; what still does not fit is refused with its size.
 */
export const fittedAreas = (
  areas: readonly GivenArea[],
  projection: LocalProjection,
): { areas: GivenArea[]; findings: AreaFinding[] } => {
  const findings: AreaFinding[] = [];
  const total = (all: readonly GivenArea[]) => all.reduce((sum, { pieces }) => sum + verticesOf(pieces), 0);
  const isFull = total(areas) > MOST_VERTICES;
  const fitted = areas.map((area) => {
    const { at, name } = area;
    const before = verticesOf(area.pieces);
    if (!isFull && fits(area.pieces)) return area;
    const simplified = simplifier(area.pieces, projection);
    let { pieces } = area;
    for (const meters of SIMPLIFY_METERS) {
      pieces = simplified(meters);
      const isLast = meters === SIMPLIFY_METERS.at(-1);
      if (!fits(pieces) && !isLast) continue;
      if (!fits(pieces)) {
        const values = { bytes: bytesOf(JSON.stringify(pieces)), most: MOST_AREA_BYTES, vertices: before };
        findings.push(areaFinding('area_too_large', { at, name, values }));
      } else {
        const values = { from: before, to: verticesOf(pieces), meters };
        findings.push(areaFinding('simplified', { at, name, values }));
      }
      break;
    }
    return { ...area, pieces };
  });
  const vertices = total(fitted);
  if (vertices > MOST_VERTICES)
    findings.push(areaFinding('too_many_vertices', { values: { vertices, most: MOST_VERTICES } }));
  return { areas: fitted, findings };
};

/** How many corners pieces have, those that close a ring among them. */
export const verticesOf = (pieces: Pieces): number =>
  pieces.flat().reduce((sum, ring) => sum + ring.length, 0);

/** Whether pieces are small enough to be kept. */
export const fits = (pieces: Pieces): boolean =>
  pieces.flat().every(({ length }) => length <= MOST_RING_VERTICES) &&
  bytesOf(JSON.stringify(pieces)) <= MOST_AREA_BYTES - BYTES_BESIDE;

const simplifier = (pieces: Pieces, projection: LocalProjection) => {
  const [least] = SIMPLIFY_METERS;
  const simplifiers = pieces.map((rings) => rings.map((ring) => ringSimplifier(ring, least, projection)));
  return (meters: number): Pieces =>
    simplifiers
      .map((rings) => rings.map((simplified) => simplified(meters)))
      .flatMap(([outer = [], ...holes]) =>
        outer.length === 0 ? [] : [[outer, ...holes.filter(({ length }) => length > 0)]],
      );
};
