import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { planningRoutes } from '../../../shared/api/planning-routes.ts';
import { Problem } from '../../../shared/api/problem.ts';
import type { Scenario } from '../../../shared/coverage/stored-scenario.ts';
import type { Place } from '../../../shared/place/place.ts';
import { askAs, collectionOf, plannerOf, SOURCE, storePlace } from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';

const RUNS = 60;
/** One person may write sixty times in a minute. */
const RUNS_OF_ONE = 10;

let planner: SignedInPerson;
let clinic: Place;
const statuses = new Map<string, Map<number, number>>();

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  clinic = await storePlace({ category: 'clinic', position: [121.4075, 31.20875] });
});

/** Asks, and requires an answer that is no 5xx and no broken number. */
const ask = async (operation: keyof typeof planningRoutes, asked: Parameters<typeof askAs>[2]) => {
  const answer = await askAs(planner, operation, asked);
  const what = `${operation} ${JSON.stringify(asked).slice(0, 2000)} -> ${answer.body.slice(0, 300)}`;
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.status, what).not.toBe(429);
  // A number that is none is written as null, which no schema takes.
  const schema = answer.status >= 400 ? Problem : planningRoutes[operation].response;
  expect(schema.safeParse(answer.json()).success, what).toBe(true);
  const of = statuses.get(operation) ?? new Map<number, number>();
  statuses.set(operation, of.set(answer.status, (of.get(answer.status) ?? 0) + 1));
  return answer;
};

/** Numbers that lie by the subdistrict, on its border, far away, or nowhere. */
const number = (from: number, to: number) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.double({ min: from - 0.002, max: to + 0.002, noNaN: true }) },
    { weight: 6, arbitrary: fc.constantFrom(from, to, (from + to) / 2) },
    { weight: 1, arbitrary: fc.constantFrom(0, -180, 1e308, 1e-320, 90.0001) },
  );
const position = fc.tuple(number(121.4, 121.43), number(31.2, 31.235));
const ring = fc
  .array(position, { minLength: 0, maxLength: 7 })
  .chain((points) => fc.constantFrom([...points, ...points.slice(0, 1)], points, [...points, ...points]));
const JUNK = fc.constantFrom<unknown>(null, '', [], {}, [[]], [[[]]], -1, 'Polygon', { type: 'Point' });
const polygon = fc.record({ type: fc.constant('Polygon'), coordinates: fc.array(ring, { maxLength: 3 }) });
const geometry = fc.oneof(
  { weight: 8, arbitrary: polygon },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('MultiPolygon'),
      coordinates: fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('Point'), coordinates: position }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('Polygon'), coordinates: JUNK }) },
  { weight: 1, arbitrary: JUNK },
);
const count = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(-1, 1e308, 0.5, '12', 'x', null) },
);
const features = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({
        type: fc.constant('Feature'),
        properties: fc.record({
          code: fc.constantFrom('1', '2', '3', '__proto__', '\u0000', 'a'.repeat(300)),
          name: fc.constantFrom('一', '二', '三', '=1+1', '<b>', ''),
          residents: count,
        }),
        geometry,
      }),
    },
    { weight: 1, arbitrary: JUNK },
  ),
  { maxLength: 4 },
);

const changeId = fc.constantFrom('new-1', 'new-2', '', '__proto__', 'constructor');
const change = fc.oneof(
  fc.record({
    type: fc.constant('add'),
    id: changeId,
    class: fc.constantFrom('clinic', 'health', 'meals'),
    name: fc.constantFrom('新', '', '__proto__', '=1'),
    position,
  }),
  fc.tuple(fc.constant('move'), position).map(([type, to]) => ({ type, place: clinic.id, position: to })),
  fc.constant('remove').map((type) => ({ type, place: clinic.id })),
);

const run = fc.record({
  kind: fc.constantFrom('grid', 'neighbourhood'),
  crs: fc.constantFrom('wgs84', 'gcj02', 'bd09'),
  features,
  changes: fc.array(change, { maxLength: 3 }),
  candidates: fc.array(position, { minLength: 1, maxLength: 4 }),
  locked: fc.array(position, { maxLength: 2 }),
  count: fc.integer({ min: 1, max: 5 }),
  meters: fc.constantFrom(50, 500, 5000),
});

describe('hostile geometry', () => {
  it('is refused or reckoned with, and never breaks an answer', async () => {
    let saved = 0;
    const runs = fc.sample(run, { numRuns: RUNS, seed: 20261120 });
    for (const [index, { kind, crs, changes, meters, ...sites }] of runs.entries()) {
      if (index % RUNS_OF_ONE === 0) planner = await plannerOf();
      const collection = collectionOf(sites.features);
      const load = { crs, source: SOURCE, collection, isDryRun: false };
      const imports = [
        await ask('importAreas', { body: { ...load, kind } }),
        await ask('importBuildings', { body: load }),
      ];
      const isAnySaved = imports.some((answer) => answer.json<{ saved: boolean }>().saved);
      if (isAnySaved && sites.features.length > 0) saved += 1;
      const body = { name: '方案', changes };
      const stored = await ask('createScenario', { body });
      const scenario = stored.status === 201 ? { scenario: stored.json<Scenario>().id } : {};
      const query = { class: 'clinic', meters: `${meters}`, ...scenario };
      await ask('getCoverage', { query });
      await ask('getGaps', { query });
      const { candidates, locked, count } = sites;
      const asked = { class: 'clinic', meters, count, candidates, locked, changes };
      await ask('proposeSites', { body: asked });
      if (scenario.scenario) await ask('deleteScenario', { params: { id: scenario.scenario }, version: 1 });
    }
    // It must reach behind the door: what is stored and reckoned with, and what is refused for its content.
    for (const operation of ['createScenario', 'proposeSites', 'deleteScenario']) {
      const of = statuses.get(operation) as Map<number, number>;
      expect((of.get(200) ?? 0) + (of.get(201) ?? 0), operation).toBeGreaterThan(RUNS / 10);
    }
    expect(saved).toBeGreaterThan(0);
    expect(statuses.get('createScenario')?.get(400)).toBeGreaterThan(RUNS / 20);
  }, 120_000);
});
