import { beforeAll, describe, expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import type { Place } from '../../../shared/place/place.ts';
import {
  askAs,
  collectionOf,
  getAs,
  plannerOf,
  rectangle,
  refusalOf,
  SOURCE,
  storePlace,
} from '../../support/planning-desk.ts';
import { EVERY_DAY } from '../../support/sample-place.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

let planner: SignedInPerson;

/** From 08:00 to 24:00. */
const OPEN: [number, number][] = [[480, 1440]];
const FROM_EIGHT: NonNullable<Place['schedule']> = {
  ...EVERY_DAY,
  week: [OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN],
};

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  planner = await plannerOf();
  await storePlace({
    category: 'canteen',
    position: [121.4075, 31.20875],
    schedule: FROM_EIGHT,
  });
});

const ask = (query: Record<string, string>) =>
  getAs<Coverage>(planner, 'getCoverage', { query: { class: 'canteen', ...query } });
const refused = (query: Record<string, string>, operation: 'getCoverage' | 'getGaps' = 'getCoverage') =>
  refusalOf(planner, operation, { query: { class: 'canteen', ...query } });

describe('an hour that is asked for', () => {
  const facilitiesAt = async (at: string) => (await ask({ at })).facilities;

  it('is the hour of Shanghai, whatever offset it is written with', async () => {
    expect(await facilitiesAt('2026-11-20T07:59:59+08:00')).toBe(0);
    expect(await facilitiesAt('2026-11-20T08:00:00+08:00')).toBe(1);
    expect(await facilitiesAt('2026-11-20T23:59:59+08:00')).toBe(1);
    expect(await facilitiesAt('2026-11-21T00:00:00+08:00')).toBe(0);
    expect(await facilitiesAt('2026-11-20T00:00:00Z')).toBe(1);
    expect(await facilitiesAt('2026-11-19T23:59:59Z')).toBe(0);
    // Summer time was last kept in 1991: July is as November.
    expect(await facilitiesAt('2026-07-20T00:00:00Z')).toBe(1);
    expect(await facilitiesAt('2026-07-19T23:59:00Z')).toBe(0);
  });

  it('says where holidays are not announced, by the year in Shanghai', async () => {
    const codes = async (at: string) =>
      (await ask({ at })).warnings.map(({ code, values }) => [code, values]);
    const warning = ['holidays_not_announced', { year: 2027 }];
    expect(await codes('2026-12-31T23:59:59+08:00')).not.toContainEqual(warning);
    expect(await codes('2026-12-31T16:00:00Z')).toContainEqual(warning);
  });

  it('is refused where there is no such hour, or without an offset', async () => {
    for (const at of ['2026-11-20T24:00:00+08:00', '2026-11-20T12:00:00', '2026-02-30T12:00:00Z'])
      expect(await refused({ at })).toMatchObject({ status: 400, fields: ['at'] });
  });
});

describe('how far is asked', () => {
  it('is metres or minutes, never both, and within what a subdistrict can mean', async () => {
    for (const operation of ['getCoverage', 'getGaps'] as const) {
      const both = await refused({ meters: '500', minutes: '5' }, operation);
      expect(both).toMatchObject({ status: 400, fields: ['minutes'] });
    }
    for (const [name, value] of [
      ['meters', '5001'],
      ['meters', '1e3'],
      ['meters', ''],
      ['minutes', '0'],
      ['minutes', '61'],
      ['detour', '0.9'],
      ['detour', '3.1'],
      ['detour', 'NaN'],
      ['speed', 'car'],
      ['mode', 'bee'],
      ['demand', 'everybody'],
      ['scenario', 'mine'],
      ['colour', 'red'],
    ] as const)
      expect(await refused({ [name]: value }), `${name}=${value}`).toMatchObject({
        status: 400,
        fields: [name],
      });
    expect((await ask({ meters: '5000', detour: '3' })).meters).toBe(5000);
  });

  it('along streets that nobody loaded is answered by the detour that was asked, and says so', async () => {
    const streets = await ask({ mode: 'network', meters: '500', detour: '1.5' });
    const circle = await ask({ mode: 'circle', meters: '500', detour: '1.5' });
    expect(streets).toMatchObject({ mode: 'circle', detour: 1.5, areaShare: circle.areaShare });
    expect(streets.warnings).toEqual([...circle.warnings, { code: 'no_network' }].toSorted(byCode));
  });

  it('of a group is of all its categories, and is not the category of like name', async () => {
    const group = await ask({ class: 'meals' });
    expect(group).toMatchObject({ class: 'meals', facilities: 1 });
    for (const name of ['constructor', '__proto__', 'Meals', 'meals,health'])
      expect(await refused({ class: name })).toMatchObject({ status: 400, fields: ['class'] });
  });
});

describe('coverage of two hundred areas', () => {
  it('is told of each, once, with shares from 0 to 1, below what an answer may take', async () => {
    const cells = Array.from({ length: 200 }, (_, index) => {
      const [column, row] = [index % 20, Math.floor(index / 20)];
      const [west, south] = [121.4 + column * 0.0015, 31.2 + row * 0.0035];
      return rectangle(`${index + 1}`, [west, south, west + 0.0015, south + 0.0035]);
    });
    await getAs(planner, 'importAreas', {
      body: {
        kind: 'neighbourhood',
        crs: 'wgs84',
        source: SOURCE,
        collection: collectionOf(cells),
        isDryRun: false,
      },
    });
    await getAs(planner, 'importPeople', {
      body: {
        kind: 'neighbourhood',
        source: SOURCE,
        header: ['编码', '人口', '骑手'],
        rows: cells.map((_, index) => ({
          line: index + 2,
          cells: [`${index + 1}`, index === 0 ? '0' : '50', '0'],
        })),
        isDryRun: false,
      },
    });
    const answer = await askAs(planner, 'getCoverage', { query: { class: 'canteen', meters: '500' } });
    expect(Buffer.byteLength(answer.body)).toBeLessThan(200_000);
    const { areas, people, warnings } = answer.json<Coverage>();
    expect(new Set(areas.map(({ code }) => code)).size).toBe(200);
    expect(people).toBe(199 * 50);
    expect(areas.every(({ areaShare }) => areaShare >= 0 && areaShare <= 1)).toBe(true);
    expect(warnings).toEqual([]);
    const gaps = await askAs(planner, 'getGaps', { query: { class: 'canteen', meters: '500' } });
    expect(gaps.status).toBe(200);
  });

  it('tells nobody counted apart from counted and nobody there', async () => {
    const residents = await ask({});
    expect(residents.areas[0]).toMatchObject({ people: 0, coveredPeople: 0 });
    expect(residents.areas[0]).not.toHaveProperty('peopleShare');
    const riders = await ask({ demand: 'riders' });
    expect(riders).toMatchObject({ people: 0, coveredPeople: 0 });
    expect(riders).not.toHaveProperty('peopleShare');
    const workers = await ask({ demand: 'workers' });
    expect(workers).not.toHaveProperty('people');
    expect(workers.warnings).toContainEqual({ code: 'no_people', values: { layer: 'workers' } });
    expect(riders.warnings).toEqual([]);
  });
});

describe('a subdistrict that is not kept here', () => {
  it('is not found by whoever may plan anywhere, and forbidden to others', async () => {
    const everywhere = await signedIn({ role: 'system_admin' });
    const params = { code: '310109016' };
    const query = { class: 'canteen' };
    for (const operation of ['getCoverage', 'getGaps'] as const) {
      expect((await refusalOf(everywhere, operation, { params, query })).status).toBe(404);
      expect((await refusalOf(planner, operation, { params, query })).status).toBe(403);
    }
    expect((await refusalOf(everywhere, 'listScenarios', { params })).status).toBe(404);
  });
});

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
