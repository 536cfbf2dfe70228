import { describe, expect, it } from 'vitest';
import type { Area, Building, People } from '../../../shared/area/area.ts';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import type { Ground } from '../../../shared/coverage/ground.ts';
import { groundOfAreas } from '../../../shared/coverage/ground-of-areas.ts';
import { countedAreas, countedLayers, layerDemand } from '../../../shared/coverage/layer-demand.ts';
import { cellAt } from '../../../shared/coverage/raster.ts';
import { classWarnings } from '../../../shared/coverage/warnings.ts';
import { coverageWarningSentence } from '../../../shared/labels/coverage-warning-words.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';

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
const WHOLE = box(121.4, 31.2, 121.42, 31.21);
const area = (kind: Area['kind'], code: string, outline: Outline, people: People): Area => ({
  subdistrict: '310105001',
  kind,
  code,
  name: code,
  outline,
  source: { name: '测试', date: '2026-11-01', illustrative: false },
  people,
  peopleSources: {},
});
const WEST = area('neighbourhood', 'west', box(121.4, 31.2, 121.41, 31.21), { residents: 1000 });
// Not quite up to the border in the east.
const EAST = area('neighbourhood', 'east', box(121.41, 31.2, 121.418, 31.21), { residents: 500 });
const GRID = area('grid', 'all', WHOLE, {});
const AREAS = [GRID, WEST, EAST];
const building = (lng: number, lat: number, people: People): Building => ({ position: [lng, lat], people });
const peopleAt = (ground: Ground, [lng, lat]: readonly [number, number]) =>
  ground.people[cellAt(ground.raster, [lng, lat])];
const peopleIn = (ground: Ground) =>
  Object.fromEntries(ground.areas.map(({ id, totalPeople }) => [id, Math.round(totalPeople * 1000) / 1000]));

describe('the areas that are counted', () => {
  const neighbourhoods = (...counts: (number | undefined)[]) =>
    counts.map((residents, index) =>
      area('neighbourhood', `${index}`, WHOLE, residents === undefined ? {} : { residents }),
    );
  const grids = (...counts: number[]) =>
    counts.map((residents, index) => area('grid', `${index}`, WHOLE, { residents }));
  const countedIn = (areas: Area[]) => new Set(countedAreas(areas, 'residents').map(({ kind }) => kind));

  it('are of the kind of which more were counted, and neighbourhoods where both are alike', () => {
    const one = neighbourhoods(10, undefined, undefined);
    expect(countedIn([...one, ...grids(5000, 6000)])).toEqual(new Set(['grid']));
    expect(countedIn([...neighbourhoods(10, 20), ...grids(5000, 6000)])).toEqual(new Set(['neighbourhood']));
    expect(countedIn(one)).toEqual(new Set(['neighbourhood']));
    expect(countedIn(neighbourhoods(undefined))).toEqual(new Set());
  });
});

describe('the layers that somebody counted', () => {
  it('are those of areas of either kind, and of buildings alone', () => {
    const grid = area('grid', 'all', WHOLE, { riders: 0 });
    const home = building(121.402, 31.202, { households: 300 });
    expect([...countedLayers([grid, WEST], [home])].sort()).toEqual(['households', 'residents', 'riders']);
    expect(countedLayers([GRID], []).size).toBe(0);
  });
});

describe('people by building', () => {
  const TOWERS = [
    building(121.402, 31.202, { residents: 700 }),
    building(121.408, 31.208, { residents: 200, riders: 5 }),
  ];

  it('stand in the cells of their buildings, and nobody elsewhere in their area', () => {
    const ground = groundOfAreas(WHOLE, AREAS, 'residents', TOWERS);
    expect(peopleAt(ground, [121.402, 31.202])).toBeCloseTo(700, 6);
    expect(peopleAt(ground, [121.408, 31.208])).toBeCloseTo(200, 6);
    expect(peopleAt(ground, [121.405, 31.205])).toBe(0);
  });

  it('take the place of the number of their own area alone', () => {
    const ground = groundOfAreas(WHOLE, AREAS, 'residents', TOWERS);
    expect(peopleIn(ground)).toEqual({
      'grid all': 1400,
      'neighbourhood west': 900,
      'neighbourhood east': 500,
    });
    expect(ground.whole.totalPeople).toBeCloseTo(1400, 6);
    expect(peopleAt(ground, [121.415, 31.205])).toBeGreaterThan(0);
  });

  it('leave every sum of the other areas as it is where a building stands in none', () => {
    const ground = groundOfAreas(WHOLE, AREAS, 'residents', [building(121.419, 31.205, { residents: 30 })]);
    expect(peopleIn(ground)).toEqual({
      'grid all': 1530,
      'neighbourhood west': 1000,
      'neighbourhood east': 500,
    });
    expect(ground.warnings).toMatchObject([{ code: 'people_without_area', level: 'neighbourhood' }]);
  });

  it('count in the nearest cell where their building stands just beyond the border, each by itself', () => {
    // 30 m beyond the eastern border, and far inside of no neighbourhood; a degree of longitude is 95 km here.
    const beyond = building(121.42 + 30 / 95_200, 31.205, { residents: 40 });
    const inner = building(121.419, 31.202, { residents: 7 });
    const ground = groundOfAreas(WHOLE, AREAS, 'residents', [beyond, inner]);
    expect(ground.whole.totalPeople).toBeCloseTo(1547, 6);
    const rows = [31.205, 31.202].map((lat) =>
      [121.4199, 121.42, 121.419].map((lng) => peopleAt(ground, [lng, lat]) ?? 0),
    );
    expect(Math.max(...(rows[0] as number[]))).toBeCloseTo(40, 6);
    expect(Math.max(...(rows[1] as number[]))).toBeCloseTo(7, 6);
    expect(ground.warnings.some(({ code }) => code === 'demand_outside')).toBe(false);
  });

  it('stay where they are in an area of which another building stands beyond the border', () => {
    const stickingOut = [{ ...WEST, outline: box(121.399, 31.2, 121.41, 31.21) }];
    const ground = groundOfAreas(WHOLE, stickingOut, 'residents', [
      building(121.4 - 30 / 95_200, 31.205, { residents: 300 }),
      building(121.405, 31.205, { residents: 100 }),
    ]);
    expect(peopleAt(ground, [121.405, 31.205])).toBeCloseTo(100, 6);
    expect(ground.whole.totalPeople).toBeCloseTo(400, 6);
  });

  it('are told where they stand too far beyond the border, and so are areas', () => {
    const far = building(121.43, 31.205, { residents: 12 });
    const away = area('grid', 'away', box(121.5, 31.2, 121.51, 31.21), {});
    const ground = groundOfAreas(WHOLE, [...AREAS, away], 'residents', [far]);
    const coverage = new Coverage(ground, [{ class: 'park', radiusMeters: 500, detourFactor: 1 }]);
    const told = classWarnings(coverage, 'park', { places: [], unknown: [] });
    expect(told).toContainEqual({ code: 'demand_outside', values: { people: 12 } });
    expect(told).toContainEqual({ code: 'area_outside', values: { areas: 1 } });
    expect(coverageWarningSentence({ code: 'demand_outside', values: { people: 12 } }, 'zh')).toContain(
      '12 人',
    );
  });

  it('are enough where no area was counted at all', () => {
    const ground = groundOfAreas(WHOLE, AREAS, 'riders', TOWERS);
    expect(ground.whole.totalPeople).toBeCloseTo(5, 9);
    expect(peopleIn(ground)).toMatchObject({ 'grid all': 5, 'neighbourhood west': 5 });
  });

  it('change nothing of a layer that they do not tell', () => {
    const bare = [WEST, EAST];
    const workers = bare.map((each) => ({ ...each, people: { workers: 40 } }));
    expect(groundOfAreas(WHOLE, workers, 'workers', TOWERS).people).toEqual(
      groundOfAreas(WHOLE, workers, 'workers').people,
    );
  });

  it('say which areas are counted by building, which are spread and which not counted', () => {
    const uncounted = area('neighbourhood', 'none', box(121.418, 31.2, 121.42, 31.21), {});
    const {
      byBuilding,
      spread,
      uncounted: missing,
    } = layerDemand([...AREAS, uncounted], TOWERS, 'residents');
    expect(byBuilding.map(({ area, amount }) => [area?.code, amount])).toEqual([['west', 900]]);
    expect(spread.map(({ code }) => code)).toEqual(['east']);
    expect(missing.map(({ code }) => code)).toEqual(['none']);
  });
});
