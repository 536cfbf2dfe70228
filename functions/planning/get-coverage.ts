import { LRUCache } from 'lru-cache';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import type { Coverage as Engine } from '../../shared/coverage/coverage.ts';
import type { Coverage } from '../../shared/coverage/coverage-answer.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { areaId } from '../../shared/coverage/layer-demand.ts';
import type { Operation } from '../runtime/define-function.ts';
import { Rendered } from '../runtime/rendered.ts';
import { type AskedCoverage, askedCoverage } from './asked-coverage.ts';
import { coverageEtag } from './coverage-etag.ts';
import { countedBy, coverageNumbers } from './coverage-numbers.ts';
import { coverageWarnings } from './coverage-warnings.ts';
import { engineFor } from './engine-for.ts';

/** Answers by what they were made of; some tens of kilobytes each. */
const answers = new LRUCache<string, Rendered<Coverage>>({ max: 200 });

/** How far a class is from a subdistrict, its grids, its neighbourhoods and their people. */
export const getCoverage: Operation<typeof planningRoutes.getCoverage> = async ({ params, query, now }) => {
  const { class: coverageClass, ...asked } = query;
  const coverage = await askedCoverage(params.code, asked, now);
  const etag = coverageEtag('coverage', coverage, coverageClass);
  const kept = answers.get(etag);
  if (kept) return { body: kept };
  const engine = engineFor(coverage, coverageClass);
  const body = new Rendered<Coverage>(JSON.stringify(coverageAnswer(coverage, engine, coverageClass)), etag);
  answers.set(etag, body);
  return { body };
};

const coverageAnswer = (coverage: AskedCoverage, engine: Engine, coverageClass: CoverageClass): Coverage => {
  const { inputs, asked, mode, detour, dataDates } = coverage;
  const { whole, areas, facilityCount } = engine.result(coverageClass);
  const { inForce, others } = coverage.standardsOf(coverageClass);
  const isCounted = countedBy(coverage.people);
  const named = new Map(inputs.areas.map((area) => [areaId(area), area]));
  return {
    ...coverageNumbers(whole, isCounted()),
    subdistrict: inputs.subdistrict.code,
    class: coverageClass,
    meters: coverage.radiusOf(coverageClass),
    mode,
    detour,
    ...(asked.at !== undefined && { at: asked.at }),
    demand: asked.demand,
    ...(asked.scenario !== undefined && { scenario: asked.scenario }),
    standard: inForce,
    otherStandards: others,
    facilities: facilityCount,
    areas: areas.flatMap((area) => {
      const { kind, code, name } = named.get(area.id) ?? {};
      return kind && code && name ? [{ ...coverageNumbers(area, isCounted(area.id)), kind, code, name }] : [];
    }),
    dataDates,
    warnings: coverageWarnings(coverage, engine, coverageClass),
  };
};
