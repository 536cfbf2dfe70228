/**
 * Draws the illustrative grids and neighbourhoods of the demo data from the outline of the subdistrict, by a rule and
 * without any chance: `npx tsx infra/local/seed/draw-areas.ts` writes `huayang/areas.json` again. They are no real ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { MultiPolygon, Polygon } from 'geojson';
import { DEMAND_LAYERS } from '../../../shared/area/demand-layers.ts';
import { areaOfPieces, boxOf, piecesOf } from '../../../shared/area/plane.ts';
import {
  eastOf,
  northOf,
  positionOf,
  projectionAt,
  projectionOf,
} from '../../../shared/coverage/local-projection.ts';
import { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { TURN } from './turn-of-streets.ts';

const folder = join(import.meta.dirname, 'huayang');
const GRIDS = ['第一网格', '第二网格', '第三网格', '第四网格'];
const NEIGHBOURHOODS_PER_GRID = 5;
const RESIDENTS_PER_SQUARE_KILOMETER = 31_000;

const { outline } = Subdistrict.parse(JSON.parse(readFileSync(join(folder, 'subdistrict.json'), 'utf8')));
const projection = projectionOf(outline);
/** A plane in metres whose axes run as the streets do; degrees of it mean metres. */
const flat = projectionAt([0, 0]);

type Area = Polygon | MultiPolygon;
const mapped = (area: Area, map: (point: number[]) => number[]): Area =>
  ({ ...area, coordinates: deep(area.coordinates, map) }) as Area;
const deep = (value: unknown, map: (point: number[]) => number[]): unknown =>
  Array.isArray(value) && typeof value[0] === 'number'
    ? map(value as number[])
    : (value as unknown[]).map((each) => deep(each, map));

const toStreets = ([lng = 0, lat = 0]: number[]): number[] => {
  const [x, y] = [eastOf(projection, lng), northOf(projection, lat)];
  return [
    (x * Math.cos(TURN) + y * Math.sin(TURN)) / flat.metersPerLng,
    (y * Math.cos(TURN) - x * Math.sin(TURN)) / flat.metersPerLat,
  ];
};
const fromStreets = ([a = 0, b = 0]: number[]): number[] => {
  const [u, v] = [a * flat.metersPerLng, b * flat.metersPerLat];
  const position = positionOf(
    projection,
    u * Math.cos(TURN) - v * Math.sin(TURN),
    u * Math.sin(TURN) + v * Math.cos(TURN),
  );
  return position.map((degrees) => Math.round(degrees * 1e6) / 1e6);
};

const squareMeters = (area: Area): number => areaOfPieces(piecesOf(area), flat);

/** The part of an area between two lines across an axis. */
const between = (area: Area, axis: 0 | 1, from: number, to: number): Area => {
  const [far, near] = [1, -1];
  const box =
    axis === 0
      ? [
          [from, near],
          [to, near],
          [to, far],
          [from, far],
          [from, near],
        ]
      : [
          [near, from],
          [far, from],
          [far, to],
          [near, to],
          [near, from],
        ];
  const part = intersect(featureCollection([feature(area), polygon([box])]));
  if (!part) throw new Error('a cut left nothing');
  return part.geometry;
};

/** Cuts an area into parts of one size: across its longer side, again and again. */
const cut = (area: Area, parts: number): Area[] => {
  if (parts === 1) return [area];
  const [west, south, east, north] = boxOf(piecesOf(area));
  const axis = east - west > north - south ? 0 : 1;
  const [from, to] = axis === 0 ? [west, east] : [south, north];
  const first = Math.floor(parts / 2);
  let [low, high] = [from, to];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (squareMeters(between(area, axis, from, middle)) < (squareMeters(area) * first) / parts) low = middle;
    else high = middle;
  }
  return [...cut(between(area, axis, from, low), first), ...cut(between(area, axis, low, to), parts - first)];
};

const tens = (count: number): number => Math.round(count / 10) * 10;

/** Denser and emptier quarters in turn, so that a map of people says something. */
const peopleOf = (area: Area, index: number) => {
  const squareKilometers = squareMeters(area) / 1e6;
  const density = 0.6 + ((index * 37) % 11) * 0.08;
  const residents = tens(squareKilometers * RESIDENTS_PER_SQUARE_KILOMETER * density);
  const riders = Math.round(squareKilometers * 210 * (1.6 - density / 1.5));
  return {
    residents,
    households: Math.round(residents / 2.4),
    riders,
    workers: tens(squareKilometers * 26_000 * (2 - density)),
    night_riders: Math.round(riders * 0.18),
  };
};

const grids = cut(mapped(outline as Area, toStreets), GRIDS.length);
const neighbourhoods = grids.flatMap((grid, index) =>
  cut(grid, NEIGHBOURHOODS_PER_GRID).map((area) => ({ area, grid: index })),
);
const counted = neighbourhoods.map(({ area, grid }, index) => ({ grid, people: peopleOf(area, index) }));

const featureOf = (code: string, name: string, area: Area) => ({
  type: 'Feature',
  properties: { code, name },
  geometry: mapped(area, fromStreets),
});
const twoDigits = (index: number) => String(index + 1).padStart(2, '0');

const areas = {
  source: {
    name: '暖新地图演示数据：按边界用规则划分，不是实际的网格、居民区和人口',
    date: '2026-11-20',
    illustrative: true,
  },
  header: ['code', ...DEMAND_LAYERS],
  grid: {
    collection: {
      type: 'FeatureCollection',
      features: grids.map((area, index) => featureOf(`${index + 1}`, GRIDS[index] ?? '', area)),
    },
    rows: grids.map((_, index) => [
      `${index + 1}`,
      ...DEMAND_LAYERS.map((layer) =>
        String(
          counted.filter(({ grid }) => grid === index).reduce((sum, { people }) => sum + people[layer], 0),
        ),
      ),
    ]),
  },
  neighbourhood: {
    collection: {
      type: 'FeatureCollection',
      features: neighbourhoods.map(({ area }, index) =>
        featureOf(`N${twoDigits(index)}`, `示例居民区${twoDigits(index)}`, area),
      ),
    },
    rows: counted.map(({ people }, index) => [
      `N${twoDigits(index)}`,
      ...DEMAND_LAYERS.map((layer) => String(people[layer])),
    ]),
  },
};
writeFileSync(join(folder, 'areas.json'), `${JSON.stringify(areas)}\n`);
