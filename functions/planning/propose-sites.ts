import type * as z from 'zod';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { mostCandidates, proposeSites as suggested } from '../../shared/coverage/propose-sites.ts';
import { cellAt, type Raster } from '../../shared/coverage/raster.ts';
import type { Operation } from '../runtime/define-function.ts';
import { askedCoverage } from './asked-coverage.ts';
import { coverageWarnings } from './coverage-warnings.ts';
import { engineFor } from './engine-for.ts';

type Route = typeof planningRoutes.proposeSites;

/** Where new facilities reach most people who have none, and how much better the best possible could be at most. */
export const proposeSites: Operation<Route> = async ({ params, body, now }) => {
  const { class: coverageClass, count, candidates, locked = [], ...asked } = body;
  if (locked.length > count) throw refused('locked', `more than the ${count} sites that are asked for`);
  const coverage = await askedCoverage(params.code, asked, now, 'body');
  const engine = engineFor(coverage, coverageClass);
  const { raster } = engine.ground;
  const fill = coverage.fill?.(raster);
  const most = mostCandidates(fill);
  if (candidates && candidates.length > most) throw refused('candidates', `at most ${most} along streets`);
  requireWithin(raster, body);
  const proposal = suggested(engine, coverageClass, { count, candidates, locked, fill });
  const { sites, isByPeople, total, coveredBefore, gained, bound, gapToBound, spacingMeters } = proposal;
  return {
    body: {
      sites: sites.map(({ position, isLocked, ...site }) => ({
        position,
        locked: isLocked,
        gained: tenth(site.gained),
        covered: tenth(site.covered),
        coveredShare: total > 0 ? Math.min(1, Math.round((site.covered / total) * 1e4) / 1e4) : 0,
      })),
      weightedBy: isByPeople ? ('people' as const) : ('area' as const),
      total: tenth(total),
      coveredBefore: tenth(coveredBefore),
      gained: tenth(gained),
      bound: tenth(bound),
      gapToBound: Math.round(gapToBound * 1e4) / 1e4,
      candidates: proposal.candidates,
      ...(spacingMeters !== undefined && { spacingMeters }),
      meters: coverage.radiusOf(coverageClass),
      dataDates: coverage.dataDates,
      warnings: coverageWarnings(coverage, engine, coverageClass),
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
