import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packNetwork, saveNetwork } from '../../../functions/store/networks.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { OperationId } from '../../../shared/api/paths.ts';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { encodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import type { Scenario } from '../../../shared/coverage/stored-scenario.ts';
import type { Place } from '../../../shared/place/place.ts';
import { functionEvent } from '../../support/ask-function.ts';
import {
  askAs,
  collectionOf,
  getAs,
  HUAYANG,
  plannerOf,
  quarters,
  SOURCE,
  storePlace,
} from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';
import { FROM, networkOf } from '../../support/street-grid.ts';

const NOON = '2026-11-20T12:00:00+08:00';

let planner: SignedInPerson;
let clinic: Place;

/** What the table says is read again after ten seconds at most: here they pass at once. */
let passed = 0;
const now = performance.now.bind(performance);
beforeAll(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.doUnmock('../../../shared/calendar/announced-holidays.ts');
});
beforeEach(() => {
  passed += 11_000;
});

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  planner = await plannerOf();
  clinic = await storePlace({ category: 'clinic', name: '卫生站', position: [121.4075, 31.20875] });
  await importGrids();
});

const importGrids = () =>
  getAs(planner, 'importAreas', {
    body: {
      kind: 'grid',
      crs: 'wgs84',
      source: SOURCE,
      collection: collectionOf(quarters()),
      isDryRun: false,
    },
  });

const change = async (given: Partial<Place>): Promise<void> => {
  const before = clinic;
  clinic = { ...clinic, ...given, version: before.version + 1 };
  const by = { by: 'command:test', at: new Date().toISOString(), reason: 'test' };
  await savePlaces([{ before, after: clinic, change: by }], { newId: ulid });
};

const OPERATIONS = ['getCoverage', 'getGaps'] as const satisfies OperationId[];

/** The validators of coverage and gaps, each of a 200. */
const etags = async (query: Record<string, string> = {}): Promise<string[]> => {
  passed += 11_000;
  return Promise.all(
    OPERATIONS.map(async (operation) => {
      const answer = await askAs(planner, operation, { query: { class: 'clinic', ...query } });
      expect(answer.status).toBe(200);
      return `${answer.headers.etag}`;
    }),
  );
};

/** Runs something and expects that both answers are others from then on. */
const expectOthers = async (run: () => unknown, query?: Record<string, string>): Promise<void> => {
  const before = await etags(query);
  await run();
  const after = await etags(query);
  expect(after.map((etag, index) => etag === before[index])).toEqual([false, false]);
};

describe('validators of coverage and of gaps', () => {
  it('stay while nothing changes, and then the answer is 304 without a body', async () => {
    const before = await etags({ at: NOON });
    expect(await etags({ at: NOON })).toEqual(before);
    for (const [index, operation] of OPERATIONS.entries()) {
      const query = { class: 'clinic', at: NOON };
      const headers = { 'if-none-match': `${before[index]}` };
      const answer = await askAs(planner, operation, { query, headers });
      expect([answer.status, answer.body]).toEqual([304, '']);
    }
    expect(new Set(before).size).toBe(2);
  });

  it('stay when a place is only drafted', async () => {
    const before = await etags();
    await storePlace({ category: 'clinic', state: 'draft', position: [121.41, 31.21] });
    expect(await etags()).toEqual(before);
  });

  it('change when a place of the class is approved, moved, or gets another name', async () => {
    await expectOthers(() => storePlace({ category: 'clinic', position: [121.41, 31.22] }));
    await expectOthers(() => change({ position: [121.412, 31.21] }));
    await expectOthers(() => change({ name: '改名卫生站' }));
  });

  it('change for a moment when a place is paused, resumed or gets other hours', async () => {
    await expectOthers(
      () =>
        change({
          state: 'suspended',
          suspension: { reason: 'test', since: '2026-11-01T00:00:00.000Z' } as never,
        }),
      { at: NOON },
    );
    await expectOthers(() => change({ state: 'published', suspension: undefined as never }), { at: NOON });
    const { schedule } = clinic;
    await expectOthers(() => change({ schedule: undefined as never }), { at: NOON });
    await expectOthers(() => change({ schedule: schedule as never }), { at: NOON });
  });

  it('change when areas, people, buildings or standards do', async () => {
    await expectOthers(importGrids);
    await expectOthers(() =>
      getAs(planner, 'importPeople', {
        body: {
          kind: 'grid',
          source: SOURCE,
          header: ['编码', '人口'],
          rows: [{ line: 2, cells: ['1', '1000'] }],
          isDryRun: false,
        },
      }),
    );
    const feature = {
      type: 'Feature',
      properties: { residents: 300 },
      geometry: { type: 'Point', coordinates: [121.41, 31.21] },
    };
    await expectOthers(() =>
      getAs(planner, 'importBuildings', {
        body: { crs: 'wgs84', source: SOURCE, collection: collectionOf([feature]), isDryRun: false },
      }),
    );
    const { version } = await getAs<{ version: number }>(planner, 'getStandards');
    const own = {
      class: 'clinic',
      reach: { meters: 400 },
      source: 'subdistrict',
      status: 'local_policy',
    };
    await expectOthers(() => getAs(planner, 'saveStandards', { body: { standards: [own] }, version }));
  });

  it('change when streets are loaded, and when others take their place', async () => {
    const store = async (length: number) =>
      saveNetwork(
        HUAYANG,
        await packNetwork(
          encodeNetwork(
            networkOf(
              [
                [-800, 0],
                [length, 0],
              ],
              [[0, 1]],
            ),
          ),
        ),
        {
          source: FROM.source,
          licence: FROM.licence,
          attribution: FROM.attribution,
          illustrative: false,
          date: FROM.date,
          nodes: 2,
          edges: 1,
          meters: 1600,
          marginMeters: 0,
          savedAt: '2026-11-20T00:00:00.000Z',
        },
      );
    await expectOthers(() => store(800), { mode: 'network' });
    await expectOthers(() => store(700), { mode: 'network' });
  });

  it('change when the scenario does', async () => {
    const body = { name: '方案', changes: [{ type: 'remove', place: clinic.id }] };
    const { id } = await getAs<Scenario>(planner, 'createScenario', { body });
    expect(await etags({ scenario: id })).not.toEqual(await etags());
    await expectOthers(
      () =>
        getAs(planner, 'saveScenario', { params: { id }, version: 1, body: { name: '方案', changes: [] } }),
      { scenario: id },
    );
  });

  it('are others for another question, and for holidays announced meanwhile', async () => {
    const plain = await etags();
    for (const query of [
      { demand: 'riders' },
      { meters: '500' },
      { minutes: '10' },
      { speed: 'elderly' },
      { detour: '1' },
      { at: NOON },
      { class: 'health' },
    ] as Record<string, string>[])
      expect((await etags(query)).some((etag) => plain.includes(etag))).toBe(false);
    vi.resetModules();
    vi.doMock('../../../shared/calendar/announced-holidays.ts', () => ({
      ANNOUNCED_HOLIDAYS: { ...ANNOUNCED_HOLIDAYS, years: [...ANNOUNCED_HOLIDAYS.years, 2027] },
    }));
    const { handler } = await import('../../../functions/planning/index.ts');
    const event = functionEvent('getCoverage', {
      params: { code: HUAYANG },
      query: { class: 'clinic' },
      headers: planner.headers,
    });
    const answer = (await handler(event, {} as never)) as { statusCode: number; headers: { etag: string } };
    expect(answer.statusCode).toBe(200);
    expect(plain).not.toContain(answer.headers.etag);
  });
});
