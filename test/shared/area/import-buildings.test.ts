import { describe, expect, it } from 'vitest';
import type { Area } from '../../../shared/area/area.ts';
import { shortBuilding } from '../../../shared/area/building-feature.ts';
import { type BuildingImport, importBuildings } from '../../../shared/area/import-buildings.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import type { Crs, Position } from '../../../shared/geo/position.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const { outline } = sampleSubdistrict();
const point = (coordinates: readonly number[], properties: Record<string, unknown> = { residents: 10 }) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const imported = (features: unknown[], more: Partial<BuildingImport> = {}) =>
  importBuildings({ outline, crs: 'wgs84', collection: { features }, areas: [], ...more });
const codesOf = (...given: Parameters<typeof imported>) =>
  imported(...given).findings.map(({ code }) => code);
const INSIDE: Position = [121.41, 31.21];

describe('buildings of a file', () => {
  it('are refused for a count that is nested too deep to be written', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    const { findings } = imported([point(INSIDE, { residents: nested })]);
    expect(findings).toMatchObject([{ code: 'not_a_number', at: 1, values: { text: '{…}' } }]);
  });

  it('are its points, and the middles of its polygons whichever way they run', () => {
    const ring = [
      [121.41, 31.21],
      [121.412, 31.21],
      [121.412, 31.211],
      [121.41, 31.211],
      [121.41, 31.21],
    ];
    const polygon = (coordinates: number[][]) => ({
      ...point([]),
      geometry: { type: 'Polygon', coordinates: [coordinates] },
    });
    const { buildings } = imported([point([121.405, 31.205]), polygon(ring), polygon(ring.toReversed())]);
    expect(buildings.map(({ position }) => position)).toEqual([
      [121.405, 31.205],
      [121.411, 31.2105],
      [121.411, 31.2105],
    ]);
  });

  it('are the same when they were shortened first', () => {
    const features = [
      point([121.41, 31.21], { residents: '12', name: '一号楼', riders: 3 }),
      { ...point([]), geometry: { type: 'LineString', coordinates: [] } },
    ];
    expect(imported(features.map(shortBuilding))).toEqual(imported(features));
    expect(JSON.stringify(features.map(shortBuilding))).not.toContain('一号楼');
  });

  it('are converted from the CRS that is declared', () => {
    const { buildings, findings } = imported([point(convertPosition(INSIDE, 'wgs84', 'gcj02'))], {
      crs: 'gcj02',
    });
    expect(findings).toEqual([]);
    expect(buildings[0]?.position[0]).toBeCloseTo(INSIDE[0], 5);
    expect(buildings[0]?.position[1]).toBeCloseTo(INSIDE[1], 5);
  });

  it('name the CRS that they are probably in where all of them lie outside', () => {
    // Near the border, where the wrong CRS carries them across it.
    const given = (crs: Crs) =>
      [0, 1, 2, 3, 4].map((step) => point(convertPosition([121.4285, 31.205 + step / 200], 'wgs84', crs)));
    const answer = imported(given('bd09'));
    expect(answer.buildings).toEqual([]);
    expect(answer.likelyCrs).toBe('bd09');
    expect(answer.findings[0]).toMatchObject({
      severity: 'error',
      code: 'all_buildings_outside',
      values: { buildings: 5, crs: 'wgs84', likely: 'bd09' },
    });
  });

  it('are left out where they lie outside or count nobody, and that is told', () => {
    const answer = imported([point(INSIDE), point([121.5, 31.21]), point(INSIDE, { name: '空' })]);
    expect(answer.buildings).toHaveLength(1);
    expect(answer.findings.map(({ code, at }) => [code, at])).toEqual([
      ['nobody_counted', 3],
      ['building_outside', 2],
    ]);
  });

  it.each([
    ['约20', 'not_a_number'],
    [true, 'not_a_number'],
    [-1, 'negative'],
    [2_000_000, 'too_many_people'],
  ])('are refused where %s stands for people', (residents, code) => {
    const answer = imported([point(INSIDE, { residents })]);
    expect(answer.findings).toMatchObject([{ severity: 'error', code, at: 1 }]);
  });

  it('take numbers that are written as text, and parts of people', () => {
    const [building] = imported([
      point(INSIDE, { residents: '１,234', riders: 2.5, workers: null }),
    ]).buildings;
    expect(building?.people).toEqual({ residents: 1234, riders: 2.5 });
  });

  it('both count where two stand at one position, and the second one names the first', () => {
    const answer = imported([point(INSIDE), point([121.42, 31.22]), point(INSIDE)]);
    expect(answer.buildings).toHaveLength(3);
    expect(answer.findings).toMatchObject([{ code: 'same_position', at: 3, values: { other: 1 } }]);
  });

  it('are refused where they are neither points nor polygons, or in metres of a plane', () => {
    expect(codesOf([{ ...point([]), geometry: { type: 'LineString', coordinates: [] } }])).toEqual([
      'not_a_building',
    ]);
    expect(codesOf([point([500_000, 3_400_000])])).toEqual(['not_degrees']);
    expect(codesOf([point([31.21, 121.41])])).toEqual(['bad_position']);
  });

  it('come with a word about the CRS that the file names, where another was declared', () => {
    const collection = { features: [point(INSIDE)], crs: { properties: { name: 'EPSG:4549' } } };
    expect(codesOf([], { collection })).toEqual(['other_crs_declared']);
  });

  it('are told by number where there is too much to tell', () => {
    const features = [...Array.from({ length: 300 }, () => point(INSIDE, {})), point(INSIDE, { riders: -1 })];
    const { findings } = imported(features);
    expect(findings).toHaveLength(101);
    expect(findings[0]).toMatchObject({ code: 'negative', at: 301 });
    expect(findings.at(-1)).toMatchObject({ code: 'more_findings', values: { count: 201 } });
  });

  it('are held against the number that their area has itself', () => {
    const area: Area = {
      subdistrict: '310105001',
      kind: 'neighbourhood',
      code: '1',
      name: '一居',
      outline,
      source: { name: '测试', date: '2026-11-01', illustrative: false },
      people: { residents: 100 },
      peopleSources: {},
    };
    expect(imported([point(INSIDE, { residents: 60 })], { areas: [area] }).findings).toMatchObject([
      { code: 'area_sum_replaced', name: '一居', values: { layer: 'residents', sum: 60, other: 100 } },
    ]);
    expect(codesOf([point(INSIDE, { residents: 98 })], { areas: [area] })).toEqual([]);
  });
});
