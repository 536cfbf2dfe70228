import type { LocalProjection } from '../coverage/local-projection.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_CROSSINGS, MOST_RING_VERTICES, MOST_VERTICES, SNAP_METERS } from './area-limits.ts';
import { BorderIndex } from './border-index.ts';
import { fits, verticesOf } from './fitted-areas.ts';
import { uncrossed } from './mend-outline.ts';
import type { GivenArea } from './read-feature.ts';
import { snapToNeighbours } from './snap-to-neighbours.ts';

/** Rounding alone moves corners by centimetres. */
const LEAST_TOLD_METERS = 0.15;

/**
 * Areas whose borders run as those of the areas before them where they are near to these, so that the first one drawn
 * stays as it was. So does one that would get too many corners thereby, or tangled.
 */
export const snappedAreas = (
  areas: readonly GivenArea[],
  projection: LocalProjection,
): { areas: GivenArea[]; findings: AreaFinding[] } => {
  const findings: AreaFinding[] = [];
  const done = new BorderIndex(projection);
  let room = 2 * MOST_VERTICES - areas.reduce((sum, { pieces }) => sum + verticesOf(pieces), 0);
  const snapped = areas.map((area) => {
    const { at, name, pieces } = area;
    const before = verticesOf(pieces);
    const moved = snapToNeighbours(pieces, done, Math.min(before + room, MOST_RING_VERTICES));
    const tidy = moved && moved.snap.corners > 0 ? uncrossed(moved.pieces) : undefined;
    if (!moved || !tidy || tidy.crossings.length === MOST_CROSSINGS || !fits(tidy.pieces)) {
      done.add(pieces);
      return area;
    }
    done.add(tidy.pieces);
    room += before - verticesOf(tidy.pieces);
    const { corners, meters } = moved.snap;
    if (meters >= LEAST_TOLD_METERS) {
      const values = { corners, meters: Math.round(meters * 10) / 10, tolerance: SNAP_METERS };
      findings.push(areaFinding('snapped', { at, name, values }));
    }
    return { ...area, pieces: tidy.pieces };
  });
  return { areas: snapped.filter(({ pieces }) => pieces.length > 0), findings };
};
