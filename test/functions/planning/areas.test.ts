import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { getAreas, saveAreas } from '../../../functions/store/areas.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { Area } from '../../../shared/area/area.ts';
import type { AreaFinding } from '../../../shared/area/area-finding.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import {
  askAs,
  collectionOf,
  getAs,
  HUAYANG,
  plannerOf,
  quarters,
  rectangle,
  refusalOf,
  SOURCE,
} from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';
import { itemsOf } from '../../support/stored-items.ts';

type Preview = { areas: Area[]; findings: AreaFinding[]; likelyCrs?: string; saved: boolean };

let planner: SignedInPerson;

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  planner = await plannerOf();
});

const importing = (more: Record<string, unknown> = {}) => ({
  kind: 'grid',
  crs: 'wgs84',
  source: SOURCE,
  collection: collectionOf(quarters()),
  isDryRun: false,
  ...more,
});
const load = (more: Record<string, unknown> = {}) =>
  getAs<Preview>(planner, 'importAreas', { body: importing(more) });
const listed = async (kind = 'grid') =>
  (await getAs<{ areas: Area[] }>(planner, 'listAreas', { query: { kind } })).areas;

const HEADER = ['编码', '名称', '人口', '骑手'];
const people = (rows: string[][], more: Record<string, unknown> = {}) =>
  getAs<Preview>(planner, 'importPeople', {
    body: {
      kind: 'grid',
      source: SOURCE,
      header: HEADER,
      rows: rows.map((cells, index) => ({ line: index + 2, cells })),
      isDryRun: false,
      ...more,
    },
  });
const ROWS = [
  ['1', '第1网格', '1000', '10'],
  ['2', '第2网格', '2,000', ''],
  ['3', '', '3000', '30'],
  ['', '第4网格', '４０００', '40'],
];

describe('areas', () => {
  it('are shown by a dry run and stored by none', async () => {
    const preview = await load({ isDryRun: true });
    expect(preview).toMatchObject({ findings: [], saved: false });
    expect(preview.areas).toHaveLength(4);
    expect(await listed()).toEqual([]);
  });

  it('replace all of their kind at once, with an entry of the history', async () => {
    expect(await load()).toMatchObject({ saved: true, findings: [] });
    expect((await listed()).map(({ code }) => code)).toEqual(['1', '2', '3', '4']);
    const halves = [
      rectangle('A', [121.4, 31.2, 121.415, 31.235]),
      rectangle('B', [121.415, 31.2, 121.43, 31.235]),
    ];
    expect(await load({ collection: collectionOf(halves) })).toMatchObject({ saved: true });
    expect((await listed()).map(({ code }) => code)).toEqual(['A', 'B']);
    expect(await listed('neighbourhood')).toEqual([]);
    const items = await itemsOf(`SUB#${HUAYANG}`);
    // Of the areas before nothing is left over.
    expect(items.filter(({ SK }) => SK?.S?.startsWith('AREAS#grid#')).map(({ SK }) => SK?.S)).toEqual([
      'AREAS#grid#2#0',
    ]);
    const changes = items.filter(({ SK }) => SK?.S?.startsWith('CHANGE#'));
    expect(changes.map(({ reason, by }) => [reason?.S, by?.S])).toEqual([
      ['areas_imported', `person:${planner.person.id}`],
      ['areas_imported', `person:${planner.person.id}`],
    ]);
    expect(changes.at(-1)?.before?.S).toContain('第4网格');
  });

  it('stay as they were where anything is an error', async () => {
    const before = await listed();
    const broken = [...quarters(), rectangle('1', [121.41, 31.21, 121.42, 31.22], { name: '又一' })];
    const answer = await load({ collection: collectionOf(broken) });
    expect(answer.saved).toBe(false);
    expect(answer.findings.map(({ code }) => code)).toContain('code_twice');
    expect(await listed()).toEqual(before);
  });

  it('are never half of one import and half of another when two come at once', async () => {
    const named = (mark: string) =>
      collectionOf(
        quarters().map((each) => ({
          ...each,
          properties: { ...each.properties, name: `${mark}${each.properties?.code}` },
        })),
      );
    const [a, b, ...reads] = await Promise.all([
      askAs(planner, 'importAreas', { body: importing({ collection: named('甲') }) }),
      askAs(planner, 'importAreas', { body: importing({ collection: named('乙') }) }),
      ...Array.from({ length: 6 }, () => listed()),
    ]);
    // One that has ended before the other begins replaces nothing unseen.
    expect([
      [200, 200],
      [200, 409],
    ]).toContainEqual([a.status, b.status].toSorted());
    for (const areas of [...reads, await listed()])
      expect(new Set(areas.map(({ name }) => name.slice(0, 1))).size).toBe(1);
  });

  it('are not replaced by who has seen others', async () => {
    const before = await getAreas(HUAYANG, 'grid');
    const change = { by: 'command:test', at: '2026-11-20T00:00:00.000Z', reason: 'areas_imported' };
    const again = () => saveAreas(HUAYANG, 'grid', { before, areas: before.areas }, { change, newId: ulid });
    await again();
    await expect(again()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('hold more than one item takes', async () => {
    const round = (code: string, lng: number, lat: number) => {
      const ring = Array.from({ length: 900 }, (_, index) => {
        const angle = (2 * Math.PI * index) / 900;
        return [lng + 0.006 * Math.cos(angle), lat + 0.006 * Math.sin(angle)];
      });
      return {
        type: 'Feature',
        properties: { code, name: code },
        geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
      };
    };
    const circles = [round('甲', 121.407, 31.21), round('乙', 121.422, 31.21), round('丙', 121.415, 31.225)];
    await load({ kind: 'neighbourhood', collection: collectionOf(circles) });
    expect((await listed('neighbourhood')).map(({ code }) => code)).toEqual(['甲', '乙', '丙']);
    const parts = (await itemsOf(`SUB#${HUAYANG}`)).filter(({ SK }) =>
      SK?.S?.startsWith('AREAS#neighbourhood#'),
    );
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(400_000);
  });

  it('of more than 200 in one file are refused in words, beyond 1,000 at once', async () => {
    const many = (length: number) =>
      importing({
        collection: collectionOf(
          Array.from({ length }, (_, index) => rectangle(`${index}`, [121.4, 31.2, 121.43, 31.235])),
        ),
      });
    expect(await getAs(planner, 'importAreas', { body: many(1000) })).toMatchObject({
      saved: false,
      areas: [],
      findings: [{ code: 'too_many_areas', values: { areas: 1000, most: 200 } }],
    });
    const refused = await refusalOf(planner, 'importAreas', { body: many(1001) });
    expect(refused).toMatchObject({ status: 400, fields: ['collection.features'] });
  });

  it('of a subdistrict that is not kept here, or is another’s, are refused', async () => {
    const elsewhere = await plannerOf('310109016');
    expect((await refusalOf(elsewhere, 'importAreas', { body: importing() })).status).toBe(403);
    expect((await refusalOf(elsewhere, 'listAreas', { params: { code: '310109016' } })).status).toBe(404);
  });
});

describe('people', () => {
  beforeAll(async () => {
    await load();
  });

  it('come to areas by code, or else by name; an empty cell is nobody counted', async () => {
    const { findings, saved } = await people(ROWS);
    expect(saved).toBe(true);
    expect(findings).toEqual([
      { severity: 'warning', code: 'missing_people', at: 3, name: '第2网格', values: { layer: 'riders' } },
    ]);
    expect((await listed()).map(({ people: counted }) => counted)).toEqual([
      { residents: 1000, riders: 10 },
      { residents: 2000 },
      { residents: 3000, riders: 30 },
      { residents: 4000, riders: 40 },
    ]);
  });

  it('stay with their areas when borders are drawn anew', async () => {
    const { findings } = await load();
    expect(findings).toContainEqual({ severity: 'warning', code: 'people_kept', values: { areas: 4 } });
    expect((await listed())[0]).toMatchObject({
      people: { residents: 1000, riders: 10 },
      peopleSources: { residents: SOURCE, riders: SOURCE },
    });
  });

  it('keep a layer that the table does not speak of, and whose count it is', async () => {
    const other = { name: '户籍', date: '2021-01-02', illustrative: true };
    const rows = [
      ['1', '', '7'],
      ['2', '', ''],
    ];
    await people(rows, { header: ['编码', '名称', '户数'], source: other });
    const [first, second] = await listed();
    expect(first?.people).toEqual({ residents: 1000, riders: 10, households: 7 });
    expect(first?.peopleSources).toEqual({ residents: SOURCE, riders: SOURCE, households: other });
    expect(second?.peopleSources).toEqual({ residents: SOURCE });
    const dated = async (demand: string) =>
      getAs<Coverage>(planner, 'getCoverage', { query: { class: 'canteen', demand } });
    expect((await dated('residents')).dataDates.people).toBe(SOURCE.date);
    expect((await dated('residents')).warnings.map(({ code }) => code)).not.toContain('illustrative_data');
    expect((await dated('households')).dataDates.people).toBe(other.date);
    expect((await dated('households')).warnings).toContainEqual({
      code: 'illustrative_data',
      values: { input: 'people' },
    });
  });

  it('are refused with every line that is wrong, and nothing is stored', async () => {
    const before = await listed();
    const { findings, saved } = await people([
      ['1', '', '-5', '1.5'],
      ['2', '', '很多', '1000001'],
      ['2', '', '1', '1'],
      ['9', '', '1', '1'],
      ['3', '第4网格', '1', '1'],
      ['4', '', '12,34', '1'],
    ]);
    expect(saved).toBe(false);
    expect(findings.map(({ code, at }) => `${code} ${at ?? ''}`.trim())).toEqual([
      'negative 2',
      'not_whole 2',
      'not_a_number 3',
      'too_many_people 3',
      'row_twice 4',
      'unknown_area 5',
      'code_and_name_differ 6',
      'not_a_number 7',
      'area_without_row',
    ]);
    expect(await listed()).toEqual(before);
  });

  it('are refused where a table counts nobody, which would only take away those that are there', async () => {
    const before = await listed();
    for (const rows of [[['', '', '', '']], [['1', '', '', '']]]) {
      const { findings, saved } = await people(rows);
      expect(saved).toBe(false);
      expect(findings.map(({ code }) => code)).toContain('no_people');
    }
    const { findings } = await people([['1', '', '9'.repeat(400), '']]);
    expect(findings.map(({ code }) => code)).toContain('too_many_people');
    expect(await listed()).toEqual(before);
  });

  it('are refused without a column of areas or of people', async () => {
    const codes = async (header: string[]) =>
      (await people([['1', '1']], { header, isDryRun: true })).findings.map(({ code }) => code);
    expect(await codes(['面积', '人口'])).toEqual(
      expect.arrayContaining(['no_area_column', 'unknown_column']),
    );
    expect(await codes(['编码', '名称'])).toContain('no_people_column');
    expect(await codes(['人口', '人口数', '编码'])).toContain('column_twice');
  });

  it('tell where the sums of grids and neighbourhoods differ', async () => {
    await load({ kind: 'neighbourhood' });
    const rows = ROWS.map(([code, name]) => [code!, name!, '5000', '']);
    const { findings } = await people(rows, { kind: 'neighbourhood' });
    expect(findings).toContainEqual({
      severity: 'warning',
      code: 'sums_differ',
      values: { layer: 'residents', sum: 20_000, other: 10_000 },
    });
  });

  it('of grids change nothing where neighbourhoods are counted, and that is told', async () => {
    const { findings } = await people(ROWS, { isDryRun: true });
    expect(findings).toContainEqual({
      severity: 'warning',
      code: 'other_level_counts',
      values: { layer: 'residents' },
    });
  });

  it('of an area that is not there are told in the spelling of the file', async () => {
    const { findings } = await people([[' n９９ ', '', '1', '1']], { isDryRun: true });
    expect(findings.find(({ code }) => code === 'unknown_area')?.values).toEqual({ area: 'n９９' });
  });
});
