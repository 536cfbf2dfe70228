import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../functions/store/places.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import type { ImportedRow } from '../../../shared/place/imported-row.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { HUAYANG, LIANGCHENG, staffOffice } from '../../support/staff-office.ts';

const { ask, counts, given, history, people, recount } = staffOffice();

const HEADER = ['名称', '类别', '地址', '经度', '纬度'];
type Report = { rows: ImportedRow[]; likelyCrs?: string };

const send = (rows: string[][], more: object = {}, who: Parameters<typeof ask>[0] = 'staff') =>
  ask(who, 'importRows', {
    body: {
      subdistrict: HUAYANG,
      crs: 'wgs84',
      header: HEADER,
      rows: rows.map((cells, index) => ({ line: index + 2, cells })),
      isDryRun: false,
      ...more,
    },
  });

const list = async (): Promise<PlaceRecord[]> =>
  (await ask('staff', 'listPlaceRecords', { query: { subdistrict: HUAYANG } })).json<{
    places: PlaceRecord[];
  }>().places;

describe('importing rows of a table', () => {
  const rows = [
    ['华阳社区食堂', '社区食堂', '安化路 500 号', '121.4122', '31.2207'],
    ['定西药房', '药店', '定西路 1 号', '121.4211', '31.2107'],
  ];

  it('shows in a dry run what would become of each row and where it lies, and writes nothing', async () => {
    const before = await counts();
    const { rows: told } = (await send(rows, { isDryRun: true })).json<Report>();
    expect(told).toEqual([
      { line: 2, outcome: 'created', name: '华阳社区食堂', position: [121.4122, 31.2207], findings: [] },
      { line: 3, outcome: 'created', name: '定西药房', position: [121.4211, 31.2107], findings: [] },
    ]);
    expect(await counts()).toEqual(before);
  });

  it('writes them once: the same rows again change nothing, a changed one is updated', async () => {
    const before = await counts();
    const outcomes = async (given: string[][]) =>
      (await send(given)).json<Report>().rows.map(({ outcome }) => outcome);
    expect(await outcomes(rows)).toEqual(['created', 'created']);
    const after = await counts();
    expect(after?.merchant).toBe((before?.merchant ?? 0) + 1);
    expect(await outcomes(rows)).toEqual(['unchanged', 'unchanged']);
    const moved = ['定西药房', '药店', '定西路 1 号', '121.4221', '31.2107'];
    expect(await outcomes([rows[0] as string[], moved])).toEqual(['unchanged', 'updated']);
    expect(await counts()).toEqual(after);
    const pharmacy = (await list()).find(({ name }) => name === '定西药房');
    expect(await history(pharmacy?.id ?? '')).toMatchObject([
      { reason: 'imported', by: { type: 'person', person: { id: people.staff.person.id } } },
      { reason: 'imported' },
    ]);
  });

  it('tells what is wrong with a row in either language, and writes the others', async () => {
    const mixed = [
      ['好站', 'care_point', '路 1 号', '121.41', '31.21'],
      ['', 'care_point', '路 2 号', '121.41', '31.21'],
      ['飞机场', '不是类别', '路 3 号', '31.21', '121.41'],
      ['', '', '', '', ''],
    ];
    const zh = (
      await send([['好站', 'care_point', '', '121.41', '31.21'], ...mixed.slice(1)])
    ).json<Report>();
    expect(zh.rows.map(({ outcome }) => outcome)).toEqual([expect.any(String), 'refused', 'refused']);
    expect(zh.rows[1]?.findings).toEqual([{ severity: 'error', column: '名称', message: '不能为空' }]);
    expect(zh.rows[2]?.findings.map(({ column }) => column)).toEqual(['类别', '经度']);
    const en = (await send(mixed.slice(1), { language: 'en', isDryRun: true })).json<Report>();
    expect(en.rows[0]?.findings[0]?.message).toBe('must not be empty');
  });

  it('names a coordinate system that puts everything inside where this one puts it outside', async () => {
    const inside = Array.from(
      { length: 8 },
      (_, index) => [121.428, 31.205 + index * 0.003] as [number, number],
    );
    const cells = inside.map((position, index) => {
      const [lng, lat] = convertPosition(position, 'wgs84', 'gcj02');
      return [`沿线站${index}`, 'care_point', `路 ${index} 号`, `${lng}`, `${lat}`];
    });
    const wrong = (await send(cells, { isDryRun: true })).json<Report>();
    expect(wrong.likelyCrs).toBe('gcj02');
    expect(wrong.rows[0]?.findings).toMatchObject([{ severity: 'warning' }]);
    const right = (await send(cells, { isDryRun: true, crs: 'gcj02' })).json<Report>();
    expect(right).not.toHaveProperty('likelyCrs');
    expect(right.rows[0]?.findings).toEqual([]);
  });

  it('points to a place that is there already under a similar name nearby', async () => {
    const known = await given({ name: '武夷路慈善驿站', position: [121.405, 31.205] });
    const [row] = (
      await send([['武夷路慈善驿站点', '慈善驿站', '武夷路', '121.405', '31.205']], { isDryRun: true })
    ).json<Report>().rows;
    expect(row).toMatchObject({ outcome: 'created', findings: [{ severity: 'warning' }] });
    expect(row?.findings[0]?.message).toContain(known.id);
  });

  const withId = (id: string, name: string, state = '') => ({
    header: ['编号', '名称', '类别', '经度', '纬度', '状态'],
    rows: [{ line: 2, cells: [id, name, 'care_point', '121.415', '31.2192', state] }],
  });

  it('leaves owner, licence, pictures, grid and riders’ signs of a place as they are', async () => {
    const own = {
      owner: people.merchant.person.id,
      licenceCode: '91310105MA1FW00002',
      consent: { version: '2026-01', acceptedAt: '2026-01-01T00:00:00.000Z' },
      confirmBy: '2027-01-01',
      grid: 'A',
      riderSigns: { stillThereAt: '2026-11-01T00:00:00.000Z' },
      state: 'suspended' as const,
      suspension: { reason: '休假', by: 'owner' as const },
    };
    const place = await given(own);
    const report = (await send([], withId(place.id, '表里的新名'))).json<Report>();
    expect(report.rows).toMatchObject([{ outcome: 'updated' }]);
    const stored = (await findPlaces([place.id])).get(place.id);
    expect(stored).toMatchObject({ ...own, name: '表里的新名', version: 2, markerId: place.markerId });
  });

  it('refuses rows of a place of another subdistrict, of another grid, and one that would retire an owned place', async () => {
    const foreign = await given({ subdistrict: LIANGCHENG });
    const ofGrid = await given({ grid: 'B' });
    const owned = await given({ owner: people.merchant.person.id });
    const refused = async (body: object, who: Parameters<typeof ask>[0] = 'staff') =>
      (await send([], body, who)).json<Report>().rows[0];
    expect(await refused(withId(foreign.id, '抢'))).toMatchObject({
      outcome: 'refused',
      findings: [{ severity: 'error' }],
    });
    expect(await refused(withId(ofGrid.id, '抢'), 'gridStaff')).toMatchObject({ outcome: 'refused' });
    expect(await refused(withId(owned.id, owned.name, '已撤下'))).toMatchObject({ outcome: 'refused' });
    for (const { id } of [foreign, ofGrid, owned]) expect((await findPlaces([id])).get(id)?.version).toBe(1);
  });

  it('refuses a header it cannot read, naming each column', async () => {
    const problem = (await send(rows, { header: ['名称', '类別', '地址', '经度', '经度'] })).json<Problem>();
    expect(problem.code).toBe('invalid_request');
    expect(problem.fields?.map(({ field }) => field)).toEqual(expect.arrayContaining(['header.4', 'header']));
  });

  it('takes a hundred rows at once, and no more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        `百站${index}`,
        'care_point',
        `百路 ${index} 号`,
        `${121.4 + (index % 10) * 0.003}`,
        `${31.2 + Math.floor(index / 10) * 0.003}`,
      ]);
    expect((await send(many(101))).status).toBe(400);
    const report = (await send(many(100))).json<Report>();
    expect(report.rows.filter(({ outcome }) => outcome === 'created')).toHaveLength(100);
  });

  it('is not for who has no role there', async () => {
    expect((await send(rows, {}, 'elsewhere')).status).toBe(403);
    expect((await send(rows, {}, 'merchant')).status).toBe(403);
    expect((await send(rows, { subdistrict: '310199999' })).status).toBe(403);
  });
});

it('leaves the counts at what stands on the map, after all of it', async () => {
  expect(await counts()).toEqual(await recount());
});
