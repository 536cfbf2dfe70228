import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Area } from '../../../shared/area/area.ts';
import { type AreaImport, importAreas } from '../../../shared/area/import-areas.ts';
import { areaOfPieces, piecesOf } from '../../../shared/area/plane.ts';
import { projectionOf } from '../../../shared/coverage/local-projection.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const subdistrict = sampleSubdistrict();
const projection = projectionOf(subdistrict.outline);
const SOURCE = { name: '测试', date: '2026-11-01', illustrative: false };

const feature = (code: string, coordinates: Position[][], properties = {}) => ({
  type: 'Feature',
  properties: { code, name: `第${code}网格`, ...properties },
  geometry: { type: 'Polygon', coordinates },
});
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const WEST = box(121.4, 31.2, 121.415, 31.235);
const EAST = box(121.415, 31.2, 121.43, 31.235);
const halves = () => [feature('1', [WEST]), feature('2', [EAST])];

const imported = (features: unknown[], more: Partial<AreaImport> = {}) =>
  importAreas({
    subdistrict,
    kind: 'grid',
    crs: 'wgs84',
    source: SOURCE,
    collection: { features },
    before: [],
    ...more,
  });
const codesOf = (features: unknown[], more: Partial<AreaImport> = {}) =>
  imported(features, more).findings.map(({ code }) => code);
const squareMeters = (area: Area | undefined) =>
  area ? areaOfPieces(piecesOf(area.outline), projection) : 0;

describe('the import of areas', () => {
  it('takes areas that fit together as they are', () => {
    const { areas, findings } = imported(halves());
    expect(findings).toEqual([]);
    expect(areas.map(({ code, name, kind, people }) => ({ code, name, kind, people }))).toEqual([
      { code: '1', name: '第1网格', kind: 'grid', people: {} },
      { code: '2', name: '第2网格', kind: 'grid', people: {} },
    ]);
    expect(areas[0]!.outline).toEqual({ type: 'Polygon', coordinates: [WEST] });
  });

  it('closes open rings and says so', () => {
    const { areas, findings } = imported([feature('1', [WEST.slice(0, -1)]), feature('2', [EAST])]);
    expect(findings).toMatchObject([{ code: 'ring_closed', severity: 'warning', at: 1 }]);
    expect(areas[0]!.outline.coordinates).toEqual([WEST]);
  });

  it('closes an open ring around the whole subdistrict, none of whose corners lies inside', () => {
    const around = box(121.39, 31.19, 121.44, 31.24).slice(0, -1);
    expect(codesOf([feature('1', [around])])).toEqual(['ring_closed', 'partly_outside']);
  });

  it('says of an area without any corner that nothing is left, not where it lies', () => {
    expect(codesOf([feature('1', [[]])])).toEqual(['nothing_left']);
    expect(codesOf([feature('1', [[]]), feature('2', [EAST])])).not.toContain('outside');
  });

  it('refuses a border that crosses itself a hundred times, at once', () => {
    const scribble = Array.from({ length: 300 }, (_, at): Position => {
      const part = (factor: number) => Math.abs(Math.sin(at * factor) * 43_758.5453) % 1;
      return [121.41 + part(12.9898) * 0.004, 31.21 + part(78.233) * 0.004];
    });
    const [tangled] = imported([feature('1', [[...scribble, scribble[0] as Position]])]).findings.filter(
      ({ severity }) => severity === 'error',
    );
    expect(tangled).toMatchObject({ code: 'tangled', at: 1, values: { crossings: 100 } });
  });

  it('tells 200 overlaps and leaves the others of a file that divides nothing', () => {
    const copies = Array.from({ length: 30 }, (_, at) => feature(`${at}`, [WEST]));
    expect(codesOf(copies).filter((code) => code === 'overlap')).toHaveLength(200);
  });

  it('mends a border that crosses itself, and says where it did', () => {
    const bow: Position[] = [
      [121.4, 31.2],
      [121.415, 31.21],
      [121.415, 31.2],
      [121.4, 31.21],
      [121.4, 31.2],
    ];
    const { areas, findings } = imported([feature('1', [bow])]);
    const crossing = findings.find(({ code }) => code === 'self_crossing');
    expect(crossing?.position?.[0]).toBeCloseTo(121.4075, 5);
    expect(crossing?.position?.[1]).toBeCloseTo(31.205, 5);
    expect(areas[0]!.outline.type).toBe('MultiPolygon');
    // Two triangles that meet in the middle: half of the box that they are drawn in.
    expect(
      squareMeters(areas[0]) / areaOfPieces([[box(121.4, 31.2, 121.415, 31.21) as never]], projection),
    ).toBeCloseTo(0.5, 3);
  });

  it('leaves out slivers and fills holes too small to be meant, and keeps a hole that is', () => {
    const hole = box(121.405, 31.21, 121.41, 31.22).toReversed();
    const pinhole = box(121.402, 31.205, 121.40201, 31.20501).toReversed();
    const sliver = box(121.42, 31.21, 121.420003, 31.211);
    const areas = {
      type: 'Feature',
      properties: { code: '1', name: '一' },
      geometry: { type: 'MultiPolygon', coordinates: [[WEST, hole, pinhole], [sliver]] },
    };
    const { areas: made, findings } = imported([areas]);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['hole_filled', 'sliver_dropped']),
    );
    expect(made[0]!.outline.type).toBe('Polygon');
    expect(made[0]!.outline.coordinates).toHaveLength(2);
  });

  it('refuses an area of which nothing is left', () => {
    const line: Position[] = [
      [121.41, 31.21],
      [121.42, 31.21],
      [121.41, 31.21],
    ];
    expect(codesOf([...halves(), feature('3', [line])])).toContain('nothing_left');
  });

  it('draws borders of neighbours within three metres as one, and says how far they moved', () => {
    // 0.00002 degrees are 1.9 m.
    const shifted = box(121.41502, 31.2, 121.43, 31.235);
    const { areas, findings } = imported([feature('1', [WEST]), feature('2', [shifted])]);
    expect(findings).toMatchObject([
      { code: 'snapped', at: 2, values: { corners: 2, meters: 1.9, tolerance: 3 } },
    ]);
    expect(areas[1]!.outline.coordinates).toEqual([EAST]);
  });

  it('reports what neighbours share beyond that, with where and how much', () => {
    const wide = box(121.414, 31.2, 121.43, 31.235);
    const [overlap] = imported([feature('1', [WEST]), feature('2', [wide])]).findings;
    expect(overlap).toMatchObject({ code: 'overlap', at: 1, values: { with: '第2网格' } });
    expect(overlap!.values!.squareMeters).toBeCloseTo(95.1 * 3891, -4);
    expect(overlap!.position).toBeDefined();
  });

  it('reports what neighbours leave free between them, and a subdistrict that is not covered', () => {
    const ring = [box(121.4, 31.2, 121.43, 31.235), box(121.41, 31.21, 121.42, 31.22).toReversed()];
    const codes = codesOf([feature('1', ring)]);
    expect(codes).toEqual(['gap', 'not_covered']);
    expect(codesOf([feature('1', [WEST])])).toEqual(['not_covered']);
  });

  it('names the wrong CRS as the likely cause when areas lie half a kilometre off', () => {
    const moved = halves().map(({ properties, geometry }) => ({
      type: 'Feature',
      properties,
      geometry: {
        type: 'Polygon',
        coordinates: geometry.coordinates.map((ring) =>
          ring.map(([lng, lat]) => convertPosition([lng!, lat!], 'wgs84', 'gcj02')),
        ),
      },
    }));
    const { likelyCrs, findings } = imported(moved);
    expect(likelyCrs).toBe('gcj02');
    expect(findings).toContainEqual({
      severity: 'warning',
      code: 'likely_crs',
      values: { crs: 'wgs84', likely: 'gcj02' },
    });
    expect(codesOf(moved, { crs: 'gcj02' })).toEqual([]);
  });

  it('names the wrong CRS also where everything falls outside, and stores nothing of it', () => {
    // A subdistrict so small that the wrong CRS carries all of it away.
    const small = sampleSubdistrict({
      outline: { type: 'Polygon', coordinates: [box(121.41, 31.21, 121.413, 31.212) as never] },
    });
    const moved = box(121.41, 31.21, 121.413, 31.212).map(([lng, lat]) =>
      convertPosition([lng!, lat!], 'wgs84', 'bd09'),
    );
    const { findings, likelyCrs, areas } = imported([feature('1', [moved])], { subdistrict: small });
    expect(likelyCrs).toBe('bd09');
    expect(findings).toMatchObject([
      { severity: 'error', code: 'all_outside', values: { crs: 'wgs84', likely: 'bd09', areas: 1 } },
    ]);
    expect(areas).toEqual([]);
  });

  it('takes a coarse area across the subdistrict, none of whose corners lies inside, in the CRS it was read in', () => {
    const bands = [box(121.393, 31.19, 121.437, 31.215), box(121.393, 31.215, 121.437, 31.24)];
    const features = bands.map((band, index) => feature(`${index + 1}`, [band]));
    const { findings, likelyCrs } = imported(features);
    expect(likelyCrs).toBeUndefined();
    expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual(['partly_outside 1', 'partly_outside 2']);
    expect(imported(features.slice(0, 1)).likelyCrs).toBeUndefined();
  });

  it('refuses one area that lies elsewhere, and reports one that sticks out', () => {
    const elsewhere = feature('3', [box(121.5, 31.2, 121.51, 31.21)]);
    expect(imported([...halves(), elsewhere]).findings).toMatchObject([
      { severity: 'error', code: 'outside', at: 3 },
    ]);
    const wide = imported([feature('1', [WEST]), feature('2', [box(121.415, 31.2, 121.432, 31.235)])]);
    expect(wide.findings).toMatchObject([{ severity: 'warning', code: 'partly_outside', at: 2 }]);
    expect(wide.findings[0]!.values!.meters).toBeCloseTo(190, -1);
  });

  it('tells coordinates of a plane and latitude first apart from what is none', () => {
    expect(codesOf([feature('1', [box(-5200, 1200, -4000, 2000)])])).toContain('not_degrees');
    const swapped = WEST.map(([lng, lat]) => [lat!, lng!]);
    expect(codesOf([feature('1', [swapped])])).toContain('bad_position');
    expect(codesOf([{ type: 'Feature', properties: { code: '1', name: '一' }, geometry: null }])).toContain(
      'not_a_polygon',
    );
    expect(codesOf([null, 7, {}])).toContain('not_a_polygon');
  });

  it('names coordinates that are written wrongly, and geometries that hold no polygon themselves', () => {
    const of = (geometry: unknown) =>
      codesOf([{ type: 'Feature', properties: { code: '1', name: '一' }, geometry }]);
    const texts = WEST.map((position) => position.map(String));
    for (const coordinates of [[], [texts], [[[null]]], [[[[121.4, 31.2]]]], [[[Infinity, 31.2]]]])
      expect(of({ type: 'Polygon', coordinates })).toContain('bad_coordinates');
    expect(of({ type: 'MultiPolygon', coordinates: [[WEST], []] })).toContain('bad_coordinates');
    const geometries = [{ type: 'Polygon', coordinates: [WEST] }];
    expect(of({ type: 'GeometryCollection', geometries })).toContain('not_a_polygon');
    expect(codesOf([feature('1', [box(179, 31, -179, 32)])])).toEqual(['bad_position']);
    expect(codesOf([feature('1', [box(121, 89, 122, 91)])])).toEqual(['bad_position']);
  });

  it('says where a file names another CRS than was declared', () => {
    const named = (name: unknown, crs: 'wgs84' | 'gcj02') =>
      codesOf(halves(), {
        crs,
        collection: { features: halves(), crs: { type: 'name', properties: { name } } },
      });
    expect(named('urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84')).toEqual([]);
    expect(named('urn:ogc:def:crs:OGC:1.3:CRS84', 'gcj02')).toContain('other_crs_declared');
    expect(named('urn:ogc:def:crs:EPSG::4549', 'wgs84')).toEqual(['other_crs_declared']);
    expect(named(7, 'wgs84')).toEqual([]);
  });

  it('joins parts that lie over one another, and says so', () => {
    const parts = [[box(121.4, 31.2, 121.42, 31.235)], [WEST], [EAST]];
    const geometry = { type: 'MultiPolygon', coordinates: parts };
    const { areas, findings } = imported([
      { type: 'Feature', properties: { code: '1', name: '一' }, geometry },
    ]);
    expect(findings).toMatchObject([{ code: 'parts_overlap', severity: 'warning', at: 1 }]);
    expect(squareMeters(areas[0])).toBeCloseTo(
      areaOfPieces([[box(121.4, 31.2, 121.43, 31.235) as never]], projection),
      0,
    );
  });

  it('wants a code and a name for each, and no two alike', () => {
    const codes = codesOf([
      feature('', [WEST]),
      feature('a/b', [WEST]),
      feature('3', [WEST], { name: ' ' }),
      feature('4', [WEST], { name: '长'.repeat(41) }),
    ]);
    expect(codes).toEqual(expect.arrayContaining(['missing_code', 'bad_code', 'missing_name', 'bad_name']));
    expect(codesOf([feature('1', [WEST], { name: '一\u200b二' })])).toEqual(['hidden_characters']);
    expect(codesOf([feature('1', [WEST], { name: '一\n二' })])).toEqual(['hidden_characters']);
    expect(codesOf([feature('1', [WEST]), feature('1', [EAST], { name: '另一' })])).toContain('code_twice');
    expect(codesOf([feature('1', [WEST]), feature('2', [EAST], { name: '第1网格' })])).toContain(
      'name_twice',
    );
    expect(codesOf([])).toEqual(['no_areas']);
  });

  it('reads 编码 and 名称, and numbers as codes', () => {
    const chinese = { type: 'Feature', properties: { 编码: 7, 名称: '七' }, geometry: halves()[0]!.geometry };
    expect(imported([chinese]).areas).toMatchObject([{ code: '7', name: '七' }]);
    const grid = { ...chinese, properties: { 网格编码: '7', 网格: '第七网格' } };
    expect(imported([grid]).areas).toMatchObject([{ code: '7', name: '第七网格' }]);
  });

  it('draws a border of 50,000 corners coarser, and says by how much', () => {
    const count = 50_000;
    const round = Array.from({ length: count + 1 }, (_, index): Position => {
      const angle = (2 * Math.PI * (index % count)) / count;
      return [121.415 + 0.01 * Math.cos(angle), 31.2175 + 0.01 * Math.sin(angle)];
    });
    const { areas, findings } = imported([feature('1', [round])]);
    const simplified = findings.find(({ code }) => code === 'simplified');
    expect(simplified?.values).toMatchObject({ from: count + 1, meters: 0.5 });
    expect(Buffer.byteLength(JSON.stringify(areas[0]))).toBeLessThan(40_000);
    const exact = Math.PI * 0.01 ** 2 * projection.metersPerLat * projection.metersPerLng;
    expect(squareMeters(areas[0]) / exact).toBeCloseTo(1, 3);
  });

  it('refuses a border that no simplification makes fit, with its size', () => {
    const jagged = Array.from({ length: 30_000 }, (_, index): Position => {
      const along = 121.401 + (0.028 * index) / 30_000;
      return [along, index % 2 === 0 ? 31.201 : 31.22];
    });
    const { findings } = imported([feature('1', [[...jagged, [121.42, 31.234], jagged[0]!]])]);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'area_too_large', at: 1 }),
    );
    const endless = Array.from({ length: 60_001 }, () => [121.41, 31.21]);
    expect(codesOf([feature('1', [endless])])).toContain('too_many_vertices');
  });

  it('keeps the people of a code that is there again, and names those that are lost', () => {
    const before = imported(halves()).areas.map((area) => ({
      ...area,
      people: { residents: 100 },
      peopleSources: { residents: SOURCE },
    }));
    const { areas, findings } = imported([feature('1', [WEST]), feature('3', [EAST])], { before });
    expect(areas.map(({ people }) => people)).toEqual([{ residents: 100 }, {}]);
    expect(areas.map(({ peopleSources }) => peopleSources)).toEqual([{ residents: SOURCE }, {}]);
    expect(findings).toMatchObject([
      { code: 'people_kept', values: { areas: 1 } },
      { code: 'people_lost', values: { code: '2' } },
    ]);
  });

  it('takes 200 areas, and says of more that they are too many', () => {
    const features = Array.from({ length: 201 }, (_, index) => {
      const [column, row] = [index % 20, Math.floor(index / 20)];
      const [west, south] = [121.4 + column * 0.0015, 31.2 + row * 0.0035];
      return feature(`${index}`, [box(west, south, west + 0.0015, south + 0.0035)]);
    });
    const { areas, findings } = imported(features.slice(0, 200));
    expect(findings.filter(({ code }) => code !== 'snapped')).toEqual([]);
    expect(areas).toHaveLength(200);
    expect(imported(features)).toEqual({
      areas: [],
      findings: [{ severity: 'error', code: 'too_many_areas', values: { areas: 201, most: 200 } }],
    });
  });
});
