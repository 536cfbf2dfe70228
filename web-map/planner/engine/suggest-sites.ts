import { discRuns } from '../../../shared/coverage/cell-runs.ts';
import type { Coverage } from '../../../shared/coverage/coverage.ts';
import type { CoverageClass } from '../../../shared/coverage/coverage-class.ts';
import { cellPosition } from '../../../shared/coverage/raster.ts';
import { chooseSites } from '../../../shared/coverage/siting.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Suggestion } from './planner-engine.ts';

/** As many cells of the subdistrict are tried as sites; they stand in even rows. */
const MOST_CANDIDATES = 2000;

/** Where so many new facilities of a class reach most people (square metres, where nobody was counted) that none has. */
export const suggestSites = (coverage: Coverage, code: CoverageClass, count: number): Suggestion => {
  const { raster, people, inOutline, whole } = coverage.ground;
  const covered = coverage.coveredParts(code);
  const { radiusMeters, detourFactor } = coverage.question(code);
  const hasPeople = whole.totalPeople > 0;
  const weights = Float64Array.from(
    covered,
    (part, cell) =>
      (1 - part) *
      (hasPeople ? (people[cell] as number) : (inOutline[cell] as number) * raster.cellMeters ** 2),
  );
  const step = Math.max(1, Math.ceil(Math.sqrt(whole.cells.length / MOST_CANDIDATES)));
  const candidates: Position[] = [];
  for (const cell of whole.cells)
    if ((cell % raster.width) % step === 0 && Math.floor(cell / raster.width) % step === 0)
      candidates.push(cellPosition(raster, cell));
  const { sites, total, gapToBest } = chooseSites({
    runs: discRuns(raster, candidates, radiusMeters / detourFactor),
    weights,
    count,
  });
  const { whole: before } = coverage.result(code);
  const all = hasPeople ? before.people : before.squareMeters;
  const reachedBefore = hasPeople ? before.coveredPeople : before.coveredSquareMeters;
  return {
    isByPeople: hasPeople,
    gained: total,
    gapToBest,
    sites: sites.map(({ candidate, gain, total: soFar }) => ({
      position: candidates[candidate] as Position,
      gained: gain,
      share: all > 0 ? (reachedBefore + soFar) / all : 0,
    })),
  };
};
