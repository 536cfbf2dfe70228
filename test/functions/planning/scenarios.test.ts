import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { saveScenario } from '../../../functions/store/scenarios.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import type { ListedScenario, Scenario } from '../../../shared/coverage/stored-scenario.ts';
import type { Place } from '../../../shared/place/place.ts';
import { askAs, getAs, HUAYANG, plannerOf, refusalOf, storePlace } from '../../support/planning-desk.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';

const ELSEWHERE = '310109016';

let planner: SignedInPerson;
let elsewhere: SignedInPerson;
let clinic: Place;

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  await saveSubdistrict(sampleSubdistrict({ code: ELSEWHERE, name: '别处街道' }));
  planner = await plannerOf();
  elsewhere = await plannerOf(ELSEWHERE);
  clinic = await storePlace({ category: 'clinic', name: '西南卫生站', position: [121.4075, 31.20875] });
});

const changes = (): Scenario['changes'] => [
  { type: 'add', id: 'new-1', class: 'clinic', name: '新设卫生站', position: [121.4225, 31.22625] },
  { type: 'remove', place: clinic.id },
];
const make = (name: string, given: Partial<Scenario> = {}, who = planner) =>
  getAs<Scenario>(who, 'createScenario', { body: { name, changes: [], ...given } });
const list = async () => (await getAs<{ scenarios: ListedScenario[] }>(planner, 'listScenarios')).scenarios;

/** As many as a scenario may hold, with names as long as may be. */
const hundredChanges = (): Scenario['changes'] =>
  Array.from({ length: 100 }, (_, index) => ({
    type: 'add',
    id: `new-${index}`,
    class: 'health',
    name: '长'.repeat(60),
    position: [121.41, 31.21],
  }));

describe('scenarios', () => {
  it('are stored, read by their link, changed in their version and deleted', async () => {
    const made = await make('两站方案', { note: '待议', changes: changes() });
    expect(made).toMatchObject({ subdistrict: HUAYANG, version: 1, by: expect.any(Object) });
    const params = { id: made.id };
    expect(await getAs<Scenario>(planner, 'getScenario', { params })).toEqual(made);
    const saved = await getAs<Scenario>(planner, 'saveScenario', {
      params,
      version: 1,
      body: { name: '一站方案', changes: changes().slice(0, 1) },
    });
    expect(saved).toMatchObject({ name: '一站方案', version: 2 });
    expect(saved).not.toHaveProperty('note');
    const stale = { params, version: 1, body: { name: '旧', changes: [] } };
    expect((await refusalOf(planner, 'saveScenario', stale)).status).toBe(412);
    const { changes: _, ...rest } = saved;
    expect(await list()).toEqual([{ ...rest, changesCount: 1 }]);
    const unseen = { params, version: 1 };
    expect((await refusalOf(planner, 'deleteScenario', unseen)).status).toBe(412);
    expect((await refusalOf(planner, 'deleteScenario', { params })).status).toBe(428);
    await getAs(planner, 'deleteScenario', { params, version: 2 });
    expect((await refusalOf(planner, 'getScenario', { params })).status).toBe(404);
  });

  it('change what is covered, for whoever asks with their id, until they are deleted', async () => {
    const { id } = await make('东北方案', { changes: changes() });
    const ask = (query: Record<string, string>) =>
      getAs<Coverage>(planner, 'getCoverage', {
        query: { class: 'clinic', mode: 'circle', detour: '1', meters: '500', ...query },
      });
    const [before, after] = [await ask({}), await ask({ scenario: id })];
    expect([before.facilities, after.facilities]).toEqual([1, 1]);
    expect(after.areaShare).toBeCloseTo(before.areaShare, 3);
    const gaps = await getAs<{ features: { properties: { nearest?: unknown } }[] }>(planner, 'getGaps', {
      query: { class: 'clinic', scenario: id },
    });
    // It is no place that anybody could look up.
    expect(gaps.features[0]?.properties.nearest).toEqual({ name: '新设卫生站', meters: expect.any(Number) });
    const query = { class: 'clinic', scenario: id };
    const { headers } = await askAs(planner, 'getCoverage', { query });
    await getAs(planner, 'deleteScenario', { params: { id }, version: 1 });
    const again = { query, headers: { 'if-none-match': `${headers.etag}` } };
    expect((await refusalOf(planner, 'getCoverage', again)).status).toBe(404);
  });

  it('say which of their changes are of places that are gone', async () => {
    const gone: Scenario['changes'] = [...changes(), { type: 'remove', place: samplePlace().id }];
    const { id } = await make('旧方案', { changes: gone });
    const warnings = async (scenario: string) =>
      (await getAs<Coverage>(planner, 'getCoverage', { query: { class: 'clinic', scenario } })).warnings;
    expect(await warnings(id)).toContainEqual({ code: 'changes_without_place', values: { count: 1 } });
    const whole = await make('新方案', { changes: changes() });
    expect((await warnings(whole.id)).map(({ code }) => code)).not.toContain('changes_without_place');
    for (const each of [id, whole.id])
      await getAs(planner, 'deleteScenario', { params: { id: each }, version: 1 });
  });

  it('are nobody else’s, and tell nobody elsewhere that they are there', async () => {
    const { id } = await make('方案');
    const params = { id };
    const body = { name: '改', changes: [] };
    const never = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    for (const operation of ['getScenario', 'saveScenario', 'deleteScenario'] as const) {
      const asked = { version: 1, ...(operation === 'saveScenario' && { body }) };
      const lost = await refusalOf(elsewhere, operation, { ...asked, params });
      const unknown = await refusalOf(elsewhere, operation, { ...asked, params: { id: never } });
      expect(lost).toEqual({ ...unknown, detail: unknown.detail?.replace(never, id) });
      expect(lost.status).toBe(404);
    }
    expect((await refusalOf(elsewhere, 'listScenarios')).status).toBe(403);
    const there = { params: { code: ELSEWHERE }, query: { class: 'clinic', scenario: id } };
    const refused = await refusalOf(elsewhere, 'getCoverage', there);
    const unknown = await refusalOf(elsewhere, 'getCoverage', {
      ...there,
      query: { class: 'clinic', scenario: never },
    });
    expect(refused).toEqual({ ...unknown, detail: unknown.detail?.replace(never, id) });
    expect(refused.status).toBe(404);
    for (const operation of ['getGaps', 'exportCoverage'] as const) {
      const query = { scenario: id, ...(operation === 'getGaps' && { class: 'clinic' }) };
      expect((await refusalOf(elsewhere, operation, { ...there, query })).status).toBe(404);
    }
  });

  it('change nothing twice, and nothing outside China', async () => {
    const twice = [...changes(), { type: 'move', place: clinic.id, position: [121.41, 31.21] }];
    const refused = await refusalOf(planner, 'createScenario', { body: { name: '方案', changes: twice } });
    expect(refused).toMatchObject({ status: 400, fields: ['changes.2'] });
    const { id } = await make('方案');
    const body = { name: '方案', changes: [{ ...changes()[0], position: [2.35, 48.86] }] };
    expect(await refusalOf(planner, 'saveScenario', { params: { id }, body, version: 1 })).toMatchObject({
      status: 400,
      fields: ['changes.0.position'],
    });
  });

  it('name what they add by an id of its own, and everything on one line', async () => {
    const [added] = changes();
    const refused = (given: object, more: object = {}) => {
      const body = { name: '方案', changes: [{ ...added, ...given }], ...more };
      return refusalOf(planner, 'createScenario', { body });
    };
    for (const id of ['', 'a b', '<b>', 'x'.repeat(41), clinic.id])
      expect(await refused({ id }), id).toMatchObject({ status: 400, fields: ['changes.0.id'] });
    expect(await refused({ name: '一\n二' })).toMatchObject({ fields: ['changes.0.name'] });
    expect(await refused({}, { name: '一\r\n二' })).toMatchObject({ fields: ['name'] });
    await make('方案', {
      note: '一\n二',
      changes: [{ ...added, id: '0123456789abcdef' }] as Scenario['changes'],
    });
  });

  it('place nothing so far away that nobody here could come', async () => {
    const at = (position: [number, number]) => [{ ...changes()[0], position }] as Scenario['changes'];
    const [near, far] = [at([121.48, 31.21]), at([121.484, 31.21])];
    const { id } = await make('方案', { changes: near });
    const body = { name: '方案', changes: far };
    const sites = { class: 'clinic', count: 1, changes: far };
    for (const refused of [
      await refusalOf(planner, 'createScenario', { body }),
      await refusalOf(planner, 'saveScenario', { params: { id }, body, version: 1 }),
      await refusalOf(planner, 'proposeSites', { body: sites }),
    ])
      expect(refused).toMatchObject({
        code: 'position_outside_subdistrict',
        fields: ['changes.0.position'],
      });
    await getAs(planner, 'proposeSites', { body: { ...sites, changes: near } });
  });

  it('are stored once when the answer was lost and they are sent again', async () => {
    const sent = {
      body: { name: '断线方案', changes: changes() },
      headers: { 'idempotency-key': 'scenario-sent-twice' },
    };
    const first = await getAs<Scenario>(planner, 'createScenario', sent);
    expect(await getAs<Scenario>(planner, 'createScenario', sent)).toEqual(first);
    expect((await list()).filter(({ name }) => name === '断线方案')).toHaveLength(1);
    const other = { ...sent, body: { name: '另一个', changes: [] } };
    expect((await refusalOf(planner, 'createScenario', other)).code).toBe('idempotency_key_reused');
  });

  it('fit into one answer when there are as many and as large as may be, and no more are taken', async () => {
    const large = { name: '满'.repeat(60), note: '注'.repeat(500), changes: hundredChanges() };
    const { by: _, ...made } = await make(large.name, large);
    const room = 200 - (await list()).length;
    for (let number = 0; number < room; number++)
      await saveScenario({ ...made, id: ulid(), personId: planner.person.id });
    const answer = await askAs(planner, 'listScenarios');
    expect(answer.json<{ scenarios: unknown[] }>().scenarios).toHaveLength(200);
    expect(Buffer.byteLength(answer.body)).toBeLessThan(600_000);
    const refused = await refusalOf(planner, 'createScenario', { body: { name: '多了', changes: [] } });
    expect(refused).toMatchObject({ status: 409, code: 'conflict' });
  });
});
