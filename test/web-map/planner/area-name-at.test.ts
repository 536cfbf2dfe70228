import { expect, it } from 'vitest';
import type { Area } from '../../../shared/area/area.ts';
import { areaNameAt } from '../../../web-map/planner/parts/area-name-at.ts';

const square = (name: string, kind: Area['kind'], west: number): Area => {
  const [east, south, north] = [west + 0.01, 31.21, 31.22];
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { name, kind, code: name, outline: { type: 'Polygon', coordinates: [ring] } } as unknown as Area;
};
const neighbourhoods = [square('东', 'neighbourhood', 121.42), square('西', 'neighbourhood', 121.4)];
const grid = square('网格', 'grid', 121.41);

it('calls a position after the neighbourhood around it, else after the nearest one', () => {
  expect(areaNameAt([121.401, 31.211], [grid, ...neighbourhoods])).toBe('西');
  expect(areaNameAt([121.418, 31.215], [grid, ...neighbourhoods])).toBe('东');
});

it('calls it after a grid where there are no neighbourhoods, and not at all without areas', () => {
  expect([areaNameAt([121.41, 31.215], [grid]), areaNameAt([121.41, 31.215], [])]).toEqual([
    '网格',
    undefined,
  ]);
});
