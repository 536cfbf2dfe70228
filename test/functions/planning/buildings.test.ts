import { beforeAll, describe, expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { Building, DataSource } from '../../../shared/area/area.ts';
import type { AreaFinding } from '../../../shared/area/area-finding.ts';
import type { PeopleEffect } from '../../../shared/area/people-effect.ts';
import type { Coverage } from '../../../shared/coverage/coverage-answer.ts';
import {
  askAs,
  collectionOf,
  getAs,
  HUAYANG,
  loadQuarters,
  plannerOf,
  refusalOf,
  SOURCE,
} from '../../support/planning-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import type { SignedInPerson } from '../../support/signed-in.ts';
import { itemsOf } from '../../support/stored-items.ts';

type Preview = { buildings: Building[]; findings: AreaFinding[]; saved: boolean };

let planner: SignedInPerson;

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  planner = await plannerOf();
});

const point = (coordinates: readonly number[], properties: Record<string, unknown>) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const importing = (features: readonly unknown[], more: Record<string, unknown> = {}) => ({
  body: { crs: 'wgs84', source: SOURCE, collection: collectionOf(features), isDryRun: false, ...more },
});
const load = (...given: Parameters<typeof importing>) =>
  getAs<Preview>(planner, 'importBuildings', importing(...given));
const listed = () => getAs<{ buildings: Building[]; source?: DataSource }>(planner, 'listBuildings');
const TOWERS = [
  point([121.405, 31.205], { residents: 700, riders: 3 }),
  point([121.406, 31.206], { residents: 300 }),
];

describe('buildings', () => {
  it('are shown by a dry run and stored by none', async () => {
    expect(await load(TOWERS, { isDryRun: true })).toMatchObject({ findings: [], saved: false });
    expect(await listed()).toEqual({ buildings: [] });
  });

  it('are listed as they were loaded, with their source, and leave an entry in the history', async () => {
    const { buildings, saved } = await load(TOWERS);
    expect(saved).toBe(true);
    expect(await listed()).toEqual({ buildings, source: SOURCE });
    const changes = (await itemsOf(`SUB#${HUAYANG}`)).filter(({ SK }) => SK?.S?.startsWith('CHANGE#'));
    expect(changes.at(-1)?.reason?.S).toBe('buildings_imported');
    expect(JSON.parse(changes.at(-1)?.after?.S ?? '')).toMatchObject({
      buildings: { count: 2, people: { residents: 1000, riders: 3 } },
    });
  });

  it('stay as they were where anything is an error', async () => {
    const before = await listed();
    expect((await load([point([121.41, 31.21], { residents: -1 })])).saved).toBe(false);
    expect(await listed()).toEqual(before);
  });

  it('stand for the people of their area, and the answer says so', async () => {
    await loadQuarters(planner, 'neighbourhood');
    await getAs(planner, 'importPeople', {
      body: {
        kind: 'neighbourhood',
        source: SOURCE,
        header: ['code', 'residents', 'workers'],
        rows: ['1', '2', '3', '4'].map((code, index) => ({ line: index + 2, cells: [code, '500', '50'] })),
        isDryRun: false,
      },
    });
    const coverage = (demand: string) =>
      getAs<Coverage>(planner, 'getCoverage', { query: { class: 'canteen', demand } });
    const residents = await coverage('residents');
    expect(residents.people).toBeCloseTo(2500, 3);
    expect(residents.areas.map(({ code, people }) => [code, Math.round(people ?? 0)])).toEqual([
      ['1', 1000],
      ['2', 500],
      ['3', 500],
      ['4', 500],
    ]);
    expect(residents.dataDates).toMatchObject({ people: SOURCE.date, buildings: SOURCE.date });
    expect(residents.warnings).toContainEqual({
      code: 'people_by_building',
      values: { buildings: 2, spread: 3 },
    });
    const workers = await coverage('workers');
    expect(workers.people).toBeCloseTo(200, 3);
    expect(workers.dataDates).not.toHaveProperty('buildings');
    expect(workers.warnings.map(({ code }) => code)).not.toContain('people_by_building');
  });

  it('keep counting where a table brings other numbers, and its dry run says so', async () => {
    const { effect, findings } = await getAs<{ effect: PeopleEffect; findings: AreaFinding[] }>(
      planner,
      'importPeople',
      {
        body: {
          kind: 'neighbourhood',
          source: SOURCE,
          header: ['code', 'residents', 'workers'],
          rows: [
            { line: 2, cells: ['1', '9000', ''] },
            { line: 3, cells: ['2', '600', '60'] },
          ],
          isDryRun: true,
        },
      },
    );
    expect(effect).toEqual({
      counted: 2,
      lost: 3,
      totals: [
        { layer: 'residents', before: 2500, after: 1600 },
        { layer: 'workers', before: 200, after: 60 },
      ],
    });
    expect(findings).toContainEqual({
      severity: 'warning',
      code: 'buildings_count',
      values: { layer: 'residents', areas: 1, all: 2 },
    });
    expect(findings).toContainEqual({
      severity: 'warning',
      code: 'area_without_row',
      values: { areas: 2, codes: '3 4' },
    });
  });

  it('hold twenty thousand, replaced whole and then removed without a rest', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      point([121.401 + (index % 200) / 7001, 31.201 + Math.floor(index / 200) / 3001], {
        residents: 100 + (index % 90),
        households: 40,
        riders: index % 7,
        workers: index % 11,
        night_riders: index % 3,
      }),
    );
    for (let times = 0; times < 2; times++) {
      const { buildings, saved } = await load(many);
      expect(saved).toBe(true);
      expect((await listed()).buildings).toEqual(buildings);
    }
    expect(await load([])).toMatchObject({ saved: true, findings: [{ code: 'no_buildings' }] });
    expect(await listed()).toEqual({ buildings: [] });
    const items = await itemsOf(`SUB#${HUAYANG}`);
    expect(items.filter(({ SK }) => SK?.S?.startsWith('BUILDINGS#'))).toEqual([]);
  }, 60_000);

  it('are never half of one import and half of another when two come at once', async () => {
    const answers = await Promise.all([
      askAs(planner, 'importBuildings', importing(TOWERS.slice(0, 1))),
      askAs(planner, 'importBuildings', importing(TOWERS.slice(1))),
    ]);
    expect(answers.map(({ status }) => status)).toContain(200);
    expect((await listed()).buildings).toHaveLength(1);
  });

  it('are refused beyond their number, and to planners of elsewhere', async () => {
    const tooMany = Array.from({ length: 20_001 }, () => 0);
    expect((await refusalOf(planner, 'importBuildings', importing(tooMany))).status).toBe(400);
    const elsewhere = await plannerOf('310101002');
    expect((await refusalOf(elsewhere, 'importBuildings', importing(TOWERS))).status).toBe(403);
    expect((await refusalOf(elsewhere, 'listBuildings')).status).toBe(403);
  });
});
