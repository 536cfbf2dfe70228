import { describe, expect, it } from 'vitest';
import type { Area } from '../../../shared/area/area.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import {
  numbersOf,
  type PlannerData,
  type Question,
} from '../../../web-map/planner/engine/planner-engine.ts';
import { createPlannerSession } from '../../../web-map/planner/engine/planner-session.ts';

const box = (west: number, south: number, east: number, north: number): Outline => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const source = { name: '测试', date: '2026-11-01', illustrative: false };
const area = (code: string, outline: Outline, residents: number): Area => ({
  subdistrict: '310105001',
  kind: 'grid',
  code,
  name: `第${code}网格`,
  outline,
  source,
  people: { residents },
  peopleSources: { residents: source },
});
const station = (id: string, position: Position, closes?: string): PlaceFeature =>
  ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: position },
    properties: {
      markerId: 1,
      subdistrict: '310105001',
      state: 'published',
      name: `站${id}`,
      address: '',
      kind: 'station',
      category: 'nuanxin_nest',
      amenities: [],
      ...(closes && {
        schedule: {
          week: Array.from({ length: 7 }, () => [{ opens: '08:00', closes }]),
          exceptions: [],
          holidays: { rule: 'as_week' },
        },
      }),
      illustrative: false,
      searchKey: '',
    },
  }) as unknown as PlaceFeature;

/** Two grids side by side, one kilometre and a half each, a station in the west one. */
const data: PlannerData = {
  subdistrict: '310105001',
  outline: box(121.4, 31.21, 121.43, 31.22),
  areas: [
    area('1', box(121.4, 31.21, 121.415, 31.22), 3000),
    area('2', box(121.415, 31.21, 121.43, 31.22), 1000),
  ],
  places: [station('W', [121.4075, 31.215])],
  ownStandards: [],
  loadedAt: '2026-11-20T04:00:00.000Z',
  buildings: [],
  buildingsSource: undefined,
  network: undefined,
};
const question: Question = {
  class: 'rest_stations',
  classes: ['rest_stations', 'meals'],
  meters: 1200,
  speed: 'walk',
  mode: 'circle',
  at: undefined,
  demand: 'residents',
};
const sessionWith = (more: Partial<PlannerData> = {}) => {
  const session = createPlannerSession(() => 0);
  session.load({ ...data, ...more });
  return session;
};

describe('what the worker works out', () => {
  it('covers the grid with the station, ranks the gap in the other one and says how far that is', () => {
    const analysis = sessionWith().analyse(question, []);
    const [west, east] = numbersOf(analysis, 'rest_stations')?.areas ?? [];
    expect(west?.peopleShare).toBe(1);
    expect(east?.peopleShare).toBeLessThan(0.25);
    expect(east?.grade).toBe('red');
    const [gap] = analysis.gaps;
    expect(gap).toMatchObject({ rank: 1, nearest: { id: 'W', name: '站W' } });
    expect(gap?.people).toBeGreaterThan(750);
    expect(numbersOf(analysis, 'meals')?.peopleShare).toBe(0);
  });

  it('leaves things as they are beside a scenario, whatever is asked first', () => {
    const session = sessionWith();
    const added: ScenarioChange = {
      type: 'add',
      id: 'new',
      class: 'rest_stations',
      name: '新站',
      position: [121.4225, 31.215],
    };
    const after = session.analyse(question, [added]);
    const before = session.analyse(question, []);
    expect(numbersOf(after, 'rest_stations')?.peopleShare).toBe(1);
    expect(after.gaps).toEqual([]);
    expect(numbersOf(before, 'rest_stations')?.peopleShare).toBeLessThan(0.85);
    expect(after.facilities.find(({ id }) => id === 'new')).toMatchObject({ isOpen: true, change: 'add' });
    const served = after.facilities.reduce((sum, { people }) => sum + (people ?? 0), 0);
    expect(served).toBeCloseTo(numbersOf(after, 'rest_stations')?.coveredPeople ?? 0, 6);
  });

  it('shows what a scenario closes, but does not count it', () => {
    const closed = sessionWith().analyse(question, [{ type: 'remove', place: 'W' }]);
    expect(numbersOf(closed, 'rest_stations')?.peopleShare).toBe(0);
    expect(closed.facilities).toMatchObject([
      { id: 'W', change: 'remove', isOpen: false, people: undefined },
    ]);
  });

  it('suggests a site in the gap, whose gain the next analysis confirms', () => {
    const session = sessionWith();
    const { sites, gained, gapToBound } = session.propose({ ...question, count: 1 }, []);
    expect(gapToBound).toBeLessThan(0.05);
    const [site] = sites;
    if (!site) throw new Error('no site was suggested');
    const before = numbersOf(session.analyse(question, []), 'rest_stations')?.coveredPeople ?? 0;
    const after = session.analyse(question, [
      { type: 'add', id: 'new', class: 'rest_stations', name: '新站', position: site.position },
    ]);
    const covered = numbersOf(after, 'rest_stations')?.coveredPeople ?? 0;
    expect(covered - before).toBeCloseTo(gained, 6);
  });

  it('takes the standard of the subdistrict before all others', () => {
    const own = {
      class: 'rest_stations',
      reach: { meters: 300 },
      source: 'subdistrict',
      status: 'local_policy',
    } as const;
    const analysis = sessionWith({ ownStandards: [own] }).analyse({ ...question, meters: undefined }, []);
    expect(numbersOf(analysis, 'rest_stations')).toMatchObject({ meters: 300, standards: { inForce: own } });
  });
});
