import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { streetRuns } from '../../shared/coverage/network/street-runs.ts';
import { cellAt } from '../../shared/coverage/raster.ts';
import {
  candidateSites,
  MOST_CANDIDATES,
  runsOfSites,
  suggestSites,
} from '../../shared/coverage/suggest-sites.ts';
import type { Operation } from '../runtime/define-function.ts';
import { askedCoverage, engineFor } from './asked-coverage.ts';
import { classWarnings } from './get-coverage.ts';

/** Along streets every candidate is walked from: fewer, so that an answer takes seconds. */
const MOST_ALONG_STREETS = 400;

/** Where new facilities reach most people who have none, and how much better the best possible could be at most. */
export const proposeSites: Operation<typeof planningRoutes.proposeSites> = async ({ params, body, now }) => {
  const { class: coverageClass, count, candidates: given, ...asked } = body;
  const coverage = await askedCoverage(params.code, asked, now);
  const engine = engineFor(coverage, [coverageClass]);
  const { ground } = engine;
  const { fill } = coverage;
  const most = fill ? MOST_ALONG_STREETS : MOST_CANDIDATES;
  if (given && given.length > most)
    throw new DomainError('invalid_request', `along streets at most ${most} candidates`, {
      fields: [{ in: 'body', field: 'candidates', message: `at most ${most} along streets` }],
    });
  const stray = given?.findIndex((position) => cellAt(ground.raster, position) < 0) ?? -1;
  if (stray >= 0)
    throw new DomainError('position_outside_subdistrict', `candidates.${stray}: ${given?.[stray]}`, {
      fields: [{ in: 'body', field: `candidates.${stray}`, message: 'outside the subdistrict' }],
    });
  const laid = given ? { sites: given, spacingMeters: undefined } : candidateSites(ground, most);
  const { sites, spacingMeters } = laid;
  const runs = fill
    ? streetRuns(ground.raster, sites, fill(ground.raster), engine.question(coverageClass))
    : runsOfSites(engine, coverageClass, sites);
  const siting = suggestSites(engine, coverageClass, { count, runs });
  const { whole } = engine.result(coverageClass);
  const isByPeople = ground.whole.totalPeople > 0;
  // Where nobody was counted a cell counts for its square metres.
  const unit = isByPeople ? 1 : ground.raster.cellMeters ** 2;
  const total = isByPeople ? whole.people : whole.squareMeters;
  const coveredBefore = isByPeople ? whole.coveredPeople : whole.coveredSquareMeters;
  return {
    body: {
      sites: siting.sites.flatMap(({ candidate, gain, total: won }) => {
        const position = sites[candidate];
        const covered = coveredBefore + won * unit;
        return position
          ? [
              {
                position,
                gained: tenth(gain * unit),
                covered: tenth(covered),
                coveredShare: total > 0 ? Math.round((covered / total) * 1e4) / 1e4 : 0,
              },
            ]
          : [];
      }),
      weightedBy: isByPeople ? ('people' as const) : ('area' as const),
      total: tenth(total),
      coveredBefore: tenth(coveredBefore),
      gained: tenth(siting.total * unit),
      bound: tenth(siting.bound * unit),
      gapToBound: Math.round(siting.gapToBest * 1e4) / 1e4,
      candidates: sites.length,
      ...(spacingMeters !== undefined && { spacingMeters }),
      meters: coverage.radiusOf(coverageClass),
      dataDates: coverage.dataDates,
      warnings: [...coverage.warnings, ...classWarnings(coverage, engine, coverageClass)],
    },
  };
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
