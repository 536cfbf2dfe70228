import type * as z from 'zod';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { streetRuns } from '../../shared/coverage/network/street-runs.ts';
import { cellAt, type Raster } from '../../shared/coverage/raster.ts';
import {
  candidateSites,
  MOST_CANDIDATES,
  runsOfSites,
  suggestSites,
} from '../../shared/coverage/suggest-sites.ts';
import type { Operation } from '../runtime/define-function.ts';
import { askedCoverage } from './asked-coverage.ts';
import { engineFor } from './engine-for.ts';
import { classWarnings } from './get-coverage.ts';

type Route = typeof planningRoutes.proposeSites;

/** Along streets every candidate is walked from: fewer, so that an answer takes seconds. */
const MOST_ALONG_STREETS = 400;

/** Where new facilities reach most people who have none, and how much better the best possible could be at most. */
export const proposeSites: Operation<Route> = async ({ params, body, now }) => {
  const { class: coverageClass, count, candidates: given, locked = [], ...asked } = body;
  if (locked.length > count) throw refused('locked', `more than the ${count} sites that are asked for`);
  const coverage = await askedCoverage(params.code, asked, now, 'body');
  const engine = engineFor(coverage, coverageClass);
  const { ground } = engine;
  const { fill } = coverage;
  const most = fill ? MOST_ALONG_STREETS : MOST_CANDIDATES;
  if (given && given.length > most) throw refused('candidates', `at most ${most} along streets`);
  requireWithin(ground.raster, body);
  const { sites: offered, spacingMeters } = given
    ? { sites: given, spacingMeters: undefined }
    : candidateSites(ground, most);
  const sites = [...locked, ...offered];
  const runs = fill
    ? streetRuns(ground.raster, sites, fill(ground.raster), engine.question(coverageClass))
    : runsOfSites(engine, coverageClass, sites);
  const siting = suggestSites(engine, coverageClass, { count, runs, locked: [...locked.keys()] });
  const { whole } = engine.result(coverageClass);
  const isByPeople = ground.whole.totalPeople > 0;
  // Where nobody was counted a cell counts for its square metres.
  const unit = isByPeople ? 1 : ground.raster.cellMeters ** 2;
  const total = isByPeople ? whole.people : whole.squareMeters;
  const coveredBefore = isByPeople ? whole.coveredPeople : whole.coveredSquareMeters;
  return {
    body: {
      sites: siting.sites.flatMap(({ candidate, gain, total: won, isLocked }) => {
        const position = sites[candidate];
        const covered = coveredBefore + won * unit;
        return position
          ? [
              {
                position,
                locked: isLocked,
                gained: tenth(gain * unit),
                covered: tenth(covered),
                coveredShare: total > 0 ? Math.min(1, Math.round((covered / total) * 1e4) / 1e4) : 0,
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
      candidates: offered.length,
      ...(spacingMeters !== undefined && { spacingMeters }),
      meters: coverage.radiusOf(coverageClass),
      dataDates: coverage.dataDates,
      warnings: [...coverage.warnings, ...classWarnings(coverage, engine, coverageClass)],
    },
  };
};

/** Sites beyond the raster reach nobody here: most likely another CRS, or latitude first. */
const requireWithin = (
  raster: Raster,
  { candidates = [], locked = [] }: Pick<z.output<Route['body']>, 'candidates' | 'locked'>,
): void => {
  for (const [name, sites] of Object.entries({ locked, candidates })) {
    const stray = sites.findIndex((position) => cellAt(raster, position) < 0);
    if (stray < 0) continue;
    const field = `${name}.${stray}`;
    throw new DomainError('position_outside_subdistrict', `${field}: ${sites[stray]}`, {
      fields: [{ in: 'body', field, message: 'outside the subdistrict' }],
    });
  }
};

const refused = (field: string, message: string): DomainError =>
  new DomainError('invalid_request', `body ${field}: ${message}`, {
    fields: [{ in: 'body', field, message }],
  });

const tenth = (value: number): number => Math.round(value * 10) / 10;
