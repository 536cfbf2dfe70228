import type { Position } from '../geo/position.ts';
import { type CellRuns, discRuns } from './cell-runs.ts';
import type { Coverage } from './coverage.ts';
import type { CoverageClass } from './coverage-class.ts';
import type { Ground } from './ground.ts';
import { cellPosition } from './raster.ts';
import { chooseSites, type Siting } from './siting.ts';

/** What a page offers to choose from where no sites are given. */
export const MOST_CANDIDATES = 2000;

/**
 * At most so many candidate sites, evenly over the outline: the middles of every second, third … cell of every
 * second, third … row. `spacingMeters` says how far they stand apart.
 */
export const candidateSites = (
  { raster, whole, inOutline }: Ground,
  most: number = MOST_CANDIDATES,
): { sites: Position[]; spacingMeters: number } => {
  const { width } = raster;
  for (let stride = Math.max(1, Math.floor(Math.sqrt(whole.cells.length / most))); ; stride++) {
    const cells = whole.cells.filter(
      (cell) =>
        (inOutline[cell] as number) >= 0.5 &&
        (cell % width) % stride === 0 &&
        Math.floor(cell / width) % stride === 0,
    );
    if (cells.length <= most)
      return {
        sites: Array.from(cells, (cell) => cellPosition(raster, cell)),
        spacingMeters: stride * raster.cellMeters,
      };
  }
};

/** What nothing covers yet, per cell: people, or cells where nobody is counted. */
export const openWeights = ({ raster, whole }: Ground, coveredParts: Float32Array): Float64Array => {
  const weights = new Float64Array(raster.width * raster.height);
  const held = whole.totalPeople > 0 ? whole.people : whole.fractions;
  for (let at = 0; at < whole.cells.length; at++) {
    const cell = whole.cells[at] as number;
    weights[cell] = (held[at] as number) * (1 - (coveredParts[cell] as number));
  }
  return weights;
};

/** What each candidate would reach; along a network the caller brings them. */
export const runsOfSites = (
  coverage: Coverage,
  coverageClass: CoverageClass,
  sites: readonly Position[],
): CellRuns => {
  const { radiusMeters, detourFactor } = coverage.question(coverageClass);
  return discRuns(coverage.ground.raster, sites, radiusMeters / detourFactor);
};

/** `count` new sites for a class, beside the facilities that are there. */
export const suggestSites = (
  coverage: Coverage,
  coverageClass: CoverageClass,
  { count, runs, locked }: { count: number; runs: CellRuns; locked?: readonly number[] },
): Siting =>
  chooseSites({
    runs,
    weights: openWeights(coverage.ground, coverage.coveredParts(coverageClass)),
    count,
    ...(locked && { locked }),
  });
