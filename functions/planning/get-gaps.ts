import { LRUCache } from 'lru-cache';
import type * as z from 'zod';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import type { Coverage as Engine } from '../../shared/coverage/coverage.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import type { Gap } from '../../shared/coverage/gap-feature.ts';
import type { Operation } from '../runtime/define-function.ts';
import { Rendered } from '../runtime/rendered.ts';
import { type AskedCoverage, askedCoverage } from './asked-coverage.ts';
import { coverageEtag } from './coverage-etag.ts';
import { coverageWarnings } from './coverage-warnings.ts';
import { engineFor } from './engine-for.ts';

type Gaps = z.output<typeof planningRoutes.getGaps.response>;

/** Answers by what they were made of: polygons, some hundreds of kilobytes each. */
const answers = new LRUCache<string, Rendered<Gaps>>({ max: 50 });

/** What the class does not reach, most people first. */
export const getGaps: Operation<typeof planningRoutes.getGaps> = async ({ params, query, now }) => {
  const { class: coverageClass, ...asked } = query;
  const coverage = await askedCoverage(params.code, asked, now);
  const etag = coverageEtag('gaps', coverage, coverageClass);
  const kept = answers.get(etag);
  if (kept) return { body: kept };
  const engine = engineFor(coverage, coverageClass);
  const body = new Rendered<Gaps>(
    JSON.stringify({
      type: 'FeatureCollection',
      meters: coverage.radiusOf(coverageClass),
      dataDates: coverage.dataDates,
      warnings: coverageWarnings(coverage, engine, coverageClass),
      features: gapFeatures(coverage, engine, coverageClass),
    } satisfies Gaps),
    etag,
  );
  answers.set(etag, body);
  return { body };
};

const gapFeatures = (coverage: AskedCoverage, engine: Engine, coverageClass: CoverageClass): Gap[] => {
  const names = namesOf(coverage);
  const facilities = engine.facilitiesOf(coverageClass);
  const hasPeople = engine.ground.whole.totalPeople > 0;
  return engine.gaps(coverageClass).gaps.map((gap, index): Gap => {
    const nearest = gap.nearest === undefined ? undefined : facilities[gap.nearest];
    const named = nearest && names.get(nearest.id);
    return {
      type: 'Feature',
      id: index + 1,
      geometry: gap.polygon as Gap['geometry'],
      properties: {
        rank: index + 1,
        ...(hasPeople && { people: Math.round(gap.people * 10) / 10 }),
        squareMeters: Math.round(gap.squareMeters),
        ...(gap.worst.meters !== undefined && { worstMeters: Math.round(gap.worst.meters) }),
        ...(named &&
          gap.nearestMeanMeters !== undefined && {
            nearest: { ...named, meters: Math.round(gap.nearestMeanMeters) },
          }),
      },
    };
  });
};

/** What each facility is called, and its place where it is one already. */
const namesOf = ({ inputs, changes }: AskedCoverage): Map<string, { place?: string; name: string }> =>
  new Map([
    ...changes.flatMap((change): [string, { name: string }][] =>
      change.type === 'add' ? [[change.id, { name: change.name }]] : [],
    ),
    ...inputs.places.map(({ id, properties }): [string, { place: string; name: string }] => [
      id,
      { place: id, name: properties.name },
    ]),
  ]);
