import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dynamo } from '../../../functions/runtime/dynamo.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import { COVERAGE_CLASSES } from '../../../shared/coverage/coverage-class.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import type { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import {
  askAs,
  collectionOf,
  getAs,
  HUAYANG,
  loadQuarters,
  plannerOf,
  quarters,
  refusalOf,
  SOURCE,
  storePlace,
} from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';

type GapsAnswer = {
  features: { properties: { rank: number; people?: number; nearest?: { name: string; meters: number } } }[];
  meters: number;
};

const FAR_AWAY = [
  [121.6, 31.2],
  [121.61, 31.2],
  [121.61, 31.21],
  [121.6, 31.21],
  [121.6, 31.2],
];

let planner: SignedInPerson;

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  planner = await plannerOf();
  // In the south-western quarter, and one 200 m beyond the western border.
  await storePlace({ category: 'clinic', name: '西南卫生站', position: [121.4075, 31.20875] });
  await storePlace({ category: 'canteen', name: '界外食堂', position: [121.3979, 31.2175] });
  // 4.5 km west of the western border.
  await storePlace({ category: 'library', name: '远处图书馆', position: [121.3527, 31.2175] });
  await storePlace({
    category: 'park',
    name: '无时公园',
    position: [121.415, 31.2175],
    schedule: undefined as never,
  });
});

const ask = (query: Record<string, string>) => getAs<Coverage>(planner, 'getCoverage', { query });
const plain = { mode: 'circle', detour: '1', meters: '500' };

describe('coverage before any area is loaded', () => {
  it('speaks of the whole subdistrict, and says that nobody was counted', async () => {
    const answer = await ask({ class: 'clinic', ...plain });
    expect(answer).toMatchObject({
      subdistrict: HUAYANG,
      meters: 500,
      mode: 'circle',
      detour: 1,
      facilities: 1,
    });
    // A disc of 500 m in a box of 2.85 by 3.89 km.
    expect(answer.areaShare).toBeCloseTo((Math.PI * 500 ** 2) / (2853.5 * 3891.8), 3);
    expect(answer).not.toHaveProperty('peopleShare');
    expect(answer).toMatchObject({ grade: 'red', areas: [] });
    expect(answer.warnings).toContainEqual({ code: 'no_people', values: { layer: 'residents' } });
  });
});

describe('coverage', () => {
  beforeAll(async () => {
    await loadQuarters(planner, 'grid');
    await getAs(planner, 'importPeople', {
      body: {
        kind: 'grid',
        source: { ...SOURCE, illustrative: true },
        header: ['编码', '人口', '骑手'],
        rows: ['1', '2', '3', '4'].map((code, index) => ({
          line: index + 2,
          cells: [code, `${code}000`, ''],
        })),
        isDryRun: false,
      },
    });
  });

  it('is told of the whole and of each area, and the areas sum up to it', async () => {
    const answer = await ask({ class: 'clinic', ...plain });
    expect(answer.areas.map(({ kind, code, name }) => `${kind} ${code} ${name}`)).toEqual([
      'grid 1 第1网格',
      'grid 2 第2网格',
      'grid 3 第3网格',
      'grid 4 第4网格',
    ]);
    expect(answer.people).toBe(10_000);
    const quarter = answer.areas[0]!;
    expect(quarter.peopleShare).toBeCloseTo(quarter.areaShare, 3);
    expect(quarter.coveredPeople).toBeCloseTo(answer.coveredPeople!, 0);
    expect(answer.p50Meters).toBeGreaterThan(500);
    expect(answer.dataDates).toMatchObject({ grid: '2026-11-01', people: '2026-11-01' });
    expect(answer.warnings).toEqual([{ code: 'illustrative_data', values: { input: 'people' } }]);
  });

  it('counts a facility beyond the border', async () => {
    const answer = await ask({ class: 'canteen', ...plain });
    expect(answer.facilities).toBe(1);
    expect(answer.areaShare).toBeGreaterThan(0.01);
  });

  it('takes minutes at the speed of who comes, and else the standard in force', async () => {
    const meters = async (query: Record<string, string>) => (await ask({ class: 'clinic', ...query })).meters;
    expect(await meters({ minutes: '15' })).toBe(900);
    expect(await meters({ minutes: '15', speed: 'elderly' })).toBe(720);
    expect(await meters({ minutes: '5', speed: 'ebike' })).toBe(1250);
    expect(await meters({})).toBe(300);
    const { standard, otherStandards, detour } = await ask({ class: 'clinic' });
    expect(standard).toMatchObject({ source: 'gb_50180_2018', status: 'unverified' });
    expect(otherStandards).toMatchObject([{ source: 'td_t_1062_2021', reach: { meters: 500 } }]);
    expect(detour).toBe(1.3);
  });

  it('answers no facilities with nothing covered and a warning', async () => {
    const answer = await ask({ class: 'library', ...plain });
    expect(answer).toMatchObject({ areaShare: 0, peopleShare: 0, grade: 'red', facilities: 0 });
    expect(answer).not.toHaveProperty('p50Meters');
    expect(answer.warnings.map(({ code }) => code)).toContain('no_facilities');
  });

  it('counts what is open at the moment that is asked, and says whose hours nobody knows', async () => {
    // The sample place keeps 08:00 to 20:00.
    const noon = await ask({ class: 'clinic', ...plain, at: '2026-11-20T12:00:00+08:00' });
    const night = await ask({ class: 'clinic', ...plain, at: '2026-11-20T23:00:00+08:00' });
    expect([noon.facilities, night.facilities]).toEqual([1, 0]);
    const park = await ask({ class: 'park', ...plain, at: '2026-11-20T23:00:00+08:00' });
    expect(park.warnings).toContainEqual({ code: 'hours_unknown', values: { places: 1 } });
    const later = await ask({ class: 'clinic', ...plain, at: '2031-11-20T12:00:00+08:00' });
    expect(later.warnings).toContainEqual({ code: 'holidays_not_announced', values: { year: 2031 } });
  });

  it('says that a layer was not counted, and that there are no streets', async () => {
    const riders = await ask({ class: 'clinic', ...plain, demand: 'riders' });
    expect(riders).not.toHaveProperty('peopleShare');
    expect(riders.warnings).toContainEqual({ code: 'no_people', values: { layer: 'riders' } });
    const streets = await ask({ class: 'clinic', meters: '500', mode: 'network' });
    expect(streets).toMatchObject({ mode: 'circle' });
    expect(streets.warnings).toContainEqual({ code: 'no_network' });
    expect((await refusalOf(planner, 'getNetwork')).status).toBe(404);
  });

  it('refuses an unknown class, a way too long, and metres and minutes at once', async () => {
    const refused = (query: Record<string, string>) => refusalOf(planner, 'getCoverage', { query });
    expect(await refused({ class: 'castle' })).toMatchObject({ status: 400, fields: ['class'] });
    expect(await refused({})).toMatchObject({ status: 400, fields: ['class'] });
    expect(await refused({ class: 'clinic', meters: '49' })).toMatchObject({ status: 400 });
    expect(await refused({ class: 'clinic', minutes: '60', speed: 'ebike' })).toMatchObject({
      status: 400,
      fields: ['minutes'],
    });
    expect(await refused({ class: 'clinic', minutes: '5', meters: '500' })).toMatchObject({ status: 400 });
    expect(await refused({ class: 'clinic', at: '1900-01-01T00:00:00Z' })).toMatchObject({ fields: ['at'] });
    expect(await refused({ class: 'clinic', scenario: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).toMatchObject({
      status: 404,
    });
  });

  it('has a validator of its inputs, which changes with them', async () => {
    const asked = { query: { class: 'clinic', ...plain } };
    const first = await askAs(planner, 'getCoverage', asked);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const etag = `${first.headers.etag}`;
    const again = await askAs(planner, 'getCoverage', { ...asked, headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, '']);
    const { standards, version } = await getAs<{ standards: Standard[]; version: number }>(
      planner,
      'getStandards',
    );
    const own: Standard = {
      class: 'clinic',
      reach: { meters: 400 },
      source: 'subdistrict',
      clause: '街道 2026 年计划',
      status: 'local_policy',
    };
    await getAs(planner, 'saveStandards', { body: { standards: [own, ...standards] }, version });
    const changed = await askAs(planner, 'getCoverage', { ...asked, headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect((await ask({ class: 'clinic' })).meters).toBe(400);
    const stale = await refusalOf(planner, 'saveStandards', { body: { standards: [] }, version });
    expect(stale.status).toBe(412);
    const hidden = { body: { standards: [{ ...own, clause: '\u202e计划' }] }, version: version + 1 };
    expect((await refusalOf(planner, 'saveStandards', hidden)).fields).toEqual(['standards.0.clause']);
    const published = { ...own, source: 'gb_50180_2018' };
    const rewritten = { body: { standards: [published] }, version: version + 1 };
    expect((await refusalOf(planner, 'saveStandards', rewritten)).fields).toEqual(['standards.0.source']);
    const boasted = { body: { standards: [{ ...own, status: 'verified' }] }, version: version + 1 };
    expect(await getAs(planner, 'saveStandards', boasted)).toMatchObject({
      standards: expect.arrayContaining([own]),
    });
    await getAs(planner, 'saveStandards', { body: { standards: [] }, version: version + 2 });
  });

  it('limits how often one person may ask for what takes long', async () => {
    const busy = await plannerOf();
    const statuses: number[] = [];
    for (let call = 0; call < 7; call++)
      statuses.push((await askAs(busy, 'exportCoverage', { query: plain })).status);
    expect(statuses).toEqual([...Array(6).fill(200), 429]);
    expect((await askAs(planner, 'exportCoverage', { query: plain })).status).toBe(200);
  });

  it('asks the table once, beside counting who asks, where nothing has changed', async () => {
    await ask({ class: 'clinic', ...plain });
    const sent = vi.spyOn(dynamo, 'send');
    try {
      await ask({ class: 'clinic', ...plain });
      await ask({ class: 'canteen', ...plain });
      expect(sent).toHaveBeenCalledTimes(4);
    } finally {
      sent.mockRestore();
    }
  });

  it('knows of a change in a subdistrict that was not there at the last question', async () => {
    const before = await ask({ class: 'clinic', ...plain });
    const outline = { ...sampleSubdistrict().outline, coordinates: [FAR_AWAY] } as Subdistrict['outline'];
    await saveSubdistrict(sampleSubdistrict({ code: '310104004', outline }));
    await storePlace({
      subdistrict: '310104004',
      position: [121.605, 31.205],
      createdAt: '2031-01-01T04:00:00.000Z',
    });
    const after = await ask({ class: 'clinic', ...plain });
    expect([before.dataDates.places, after.dataDates.places]).toEqual(['2026-11-01', '2031-01-01']);
  });

  it('looks as far beyond the border as the standard in force leads', async () => {
    expect((await ask({ class: 'library' })).facilities).toBe(0);
    const own: Standard = {
      class: 'library',
      reach: { meters: 5000 },
      source: 'subdistrict',
      status: 'local_policy',
    };
    const { version } = await getAs<{ version: number }>(planner, 'getStandards');
    await getAs(planner, 'saveStandards', { body: { standards: [own] }, version });
    const answer = await ask({ class: 'library', detour: '1' });
    expect(answer).toMatchObject({ meters: 5000, facilities: 1 });
    expect(answer.areaShare).toBeGreaterThan(0.1);
    await getAs(planner, 'saveStandards', { body: { standards: [] }, version: version + 1 });
  });

  it('leaves out gaps that are none and ranks the rest by people, each with its nearest facility', async () => {
    const { features, meters } = await getAs<GapsAnswer>(planner, 'getGaps', {
      query: { class: 'clinic', ...plain },
    });
    expect(meters).toBe(500);
    expect(features).toHaveLength(1);
    const [{ properties }] = features as [GapsAnswer['features'][number]];
    expect(properties.rank).toBe(1);
    const { coveredPeople } = await ask({ class: 'clinic', ...plain });
    expect(properties.people! + coveredPeople!).toBeCloseTo(10_000, -1);
    expect(properties.nearest?.name).toBe('西南卫生站');
    expect(properties.nearest!.meters).toBeGreaterThan(500);
  });

  it('comes as a workbook of areas by classes whose cells no program runs', async () => {
    await getAs(planner, 'importAreas', {
      body: {
        kind: 'neighbourhood',
        crs: 'wgs84',
        source: SOURCE,
        collection: collectionOf(
          quarters().map((each) => ({
            ...each,
            properties: { ...each.properties, name: `=${each.properties?.code}+1` },
          })),
        ),
        isDryRun: false,
      },
    });
    const answer = await askAs(planner, 'exportCoverage', { query: plain });
    expect(answer.headers['content-type']).toMatch(/spreadsheetml/);
    const bytes = Buffer.from(answer.body, 'base64');
    const [header = [], ...rows] = await readSheet(bytes, 2);
    expect(header.slice(0, 5)).toEqual(['层级', '编码', '名称', '居民', '驿站']);
    expect(rows.slice(0, 5).map((row) => row.slice(0, 4))).toEqual([
      ['街道', HUAYANG, '华阳路街道', 10_000],
      ...['1', '2', '3', '4'].map((code) => ['网格', code, `第${code}网格`, Number(code) * 1000]),
    ]);
    expect(rows.slice(5).map((row) => row.slice(0, 3))).toEqual(
      ['1', '2', '3', '4'].map((code) => ['居民区', code, `'=${code}+1`]),
    );
    const shares = rows[0]?.slice(4).filter((cell) => cell !== null);
    expect(shares).toHaveLength(COVERAGE_CLASSES.length);
    const about = await readSheet(bytes, 5);
    const cells = about.flat().filter((cell) => typeof cell === 'string');
    expect(cells).toContain('未核实');
    expect(about).toContainEqual(
      expect.arrayContaining(['提示', '示例数据，不是真实情况：人口', '所有类别']),
    );
    expect(cells.some((cell) => /[a-z]+_[a-z]+|\{|undefined/.test(cell))).toBe(false);
  });

  it('tells its hour by the clocks of Shanghai, in cells that hold no more than they show', async () => {
    const query = { ...plain, at: '2026-11-23T15:00:00.000Z' };
    const answer = await askAs(planner, 'exportCoverage', { query });
    const bytes = Buffer.from(answer.body, 'base64');
    expect(await readSheet(bytes, '说明')).toContainEqual(
      expect.arrayContaining(['时刻', '2026-11-23 23:00（上海时间）']),
    );
    const numbersOf = async (sheet: string) =>
      (await readSheet(bytes, sheet)).flat().filter((cell) => typeof cell === 'number');
    for (const value of await numbersOf('未覆盖人数')) expect(value).toBe(Math.round(value));
    for (const value of await numbersOf('九成人步行距离(米)')) expect(value).toBe(Math.round(value));
  });

  it('comes in English when that is asked, and says nothing of people who were not counted', async () => {
    const query = { ...plain, language: 'en', demand: 'riders' };
    const answer = await askAs(planner, 'exportCoverage', { query });
    const bytes = Buffer.from(answer.body, 'base64');
    const [header = [], whole = []] = await readSheet(bytes, 'People not covered');
    expect(header.slice(0, 5)).toEqual(['Level', 'Code', 'Name', 'Riders', 'Rest stations']);
    expect(whole.slice(0, 3)).toEqual(['Subdistrict', HUAYANG, '华阳路街道']);
    expect(whole.slice(3).every((cell) => cell === null)).toBe(true);
    const about = (await readSheet(bytes, 'About')).flat().filter((cell) => typeof cell === 'string');
    expect(about.filter((cell) => /\p{Script=Han}/u.test(`${cell}`))).toEqual([]);
    expect(about).toContain('Some or all areas were not counted: Riders');
    const other = { query: { ...plain, language: 'fr' } };
    expect(await refusalOf(planner, 'exportCoverage', other)).toMatchObject({ fields: ['language'] });
  });
});
