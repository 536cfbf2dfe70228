import type { Position } from '../geo/position.ts';
import type { CellRuns } from './cell-runs.ts';
import type { Coverage } from './coverage.ts';
import type { CoverageClass } from './coverage-class.ts';
import type { StreetFillField } from './network/street-fill.ts';
import { streetRuns } from './network/street-runs.ts';
import { candidateSites, MOST_CANDIDATES, runsOfSites, suggestSites } from './suggest-sites.ts';

/** Along streets every candidate is walked from: fewer, so that an answer takes seconds. */
const MOST_ALONG_STREETS = 400;

export type SiteQuestion = {
  /** How many sites are wanted, the locked ones included. */
  count: number;
  /** Where they may stand; an even grid over the outline unless given. */
  candidates?: readonly Position[] | undefined;
  /** Sites that are decided on. */
  locked?: readonly Position[];
  /** How fields are filled along streets, where distances are walked. */
  fill?: StreetFillField | undefined;
};

/** New sites beside what is there; amounts are people or, where nobody was counted, square metres. */
export type SiteProposal = {
  isByPeople: boolean;
  total: number;
  coveredBefore: number;
  /** The locked ones first, then by what each adds to those before it; `covered` is with those before it. */
  sites: { position: Position; isLocked: boolean; gained: number; covered: number }[];
  gained: number;
  /** No choice of so many of the candidates gains more than this: `gained` is this less `gapToBound`. */
  bound: number;
  /** 0 to 1: how far at most the best possible is from this. */
  gapToBound: number;
  candidates: number;
  spacingMeters: number | undefined;
};

/** How many candidates there may be. */
export const mostCandidates = (fill: StreetFillField | undefined): number =>
  fill ? MOST_ALONG_STREETS : MOST_CANDIDATES;

/**
 * Where new facilities of a class do most. Sites are chosen by cells that are reached whole or not at all, by their
 * middles, and the share by which the best choice may be ahead is one of these sums. What each site gains is then
 * measured as all coverage is, so that whoever accepts it finds the figure again that was promised.
 */
export const proposeSites = (
  coverage: Coverage,
  coverageClass: CoverageClass,
  { count, candidates, locked = [], fill }: SiteQuestion,
): SiteProposal => {
  const { ground } = coverage;
  const { sites: offered, spacingMeters } = candidates
    ? { sites: candidates, spacingMeters: undefined }
    : candidateSites(ground, mostCandidates(fill));
  const positions = [...locked, ...offered];
  const runs: CellRuns = fill
    ? streetRuns(ground.raster, positions, fill, coverage.question(coverageClass))
    : runsOfSites(coverage, coverageClass, positions);
  const siting = suggestSites(coverage, coverageClass, { count, runs, locked: [...locked.keys()] });
  const isByPeople = ground.whole.totalPeople > 0;
  const chosen = siting.sites.map(({ candidate, isLocked }) => ({
    position: positions[candidate] as Position,
    isLocked,
  }));
  const [coveredBefore = 0, ...covered] = coveredAfterEach(
    coverage,
    coverageClass,
    chosen.map(({ position }) => position),
  );
  const sites = chosen.map((site, index) => {
    const now = covered[index] as number;
    return { ...site, covered: now, gained: now - (covered[index - 1] ?? coveredBefore) };
  });
  const unit = isByPeople ? 1 : ground.raster.cellMeters ** 2;
  const gained = (covered.at(-1) ?? coveredBefore) - coveredBefore;
  return {
    isByPeople,
    total: isByPeople ? ground.whole.totalPeople : ground.whole.squareMeters,
    coveredBefore,
    sites,
    gained,
    // A choice that gains nothing has no ratio to go by: then the cells of the bound are taken as they are.
    bound: siting.total > 0 ? (gained * siting.bound) / siting.total : siting.bound * unit,
    gapToBound: siting.gapToBest,
    candidates: offered.length,
    spacingMeters,
  };
};

/** What is covered as it is, and after each of some sites is added to those before it. */
const coveredAfterEach = (
  coverage: Coverage,
  coverageClass: CoverageClass,
  sites: readonly Position[],
): number[] => {
  const trial = coverage.alone(coverageClass);
  const covered = (): number => {
    const { weightedBy, coveredPeople, coveredSquareMeters } = trial.wholeOf(coverageClass);
    return weightedBy === 'people' ? coveredPeople : coveredSquareMeters;
  };
  const before = covered();
  return [
    before,
    ...sites.map((position, index) => {
      trial.add({ id: `site ${index}`, class: coverageClass, position });
      return covered();
    }),
  ];
};
