/**
 * Draws illustrative residential buildings into the neighbourhoods of the demo data, by a rule and without any chance:
 * `npx tsx infra/local/seed/draw-buildings.ts` writes `huayang/buildings.json` again: longitude, latitude, people. They
 * are no real ones: rows along the streets, none in the park, as many people in them as their neighbourhood has.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Polygon } from 'geojson';
import { eastOf, northOf, positionOf, projectionOf } from '../../../shared/coverage/local-projection.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { TURN } from './turn-of-streets.ts';

const folder = join(import.meta.dirname, 'huayang');
/** Rows stand so far apart at most; where that leaves too few buildings, nearer. */
const WIDEST_METERS = 125;
const NARROWER_METERS = 5;
const LEAST_BUILDINGS = 7;
/** A building keeps so far from the border of its neighbourhood. */
const SETBACK_METERS = 15;
const LAYERS = ['residents', 'households'] as const;

/** 中山公园, roughly. */
const PARK: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.4122, 31.2212],
      [121.415, 31.2208],
      [121.4172, 31.2222],
      [121.417, 31.224],
      [121.415, 31.2246],
      [121.4125, 31.2238],
      [121.4122, 31.2212],
    ],
  ],
};

const { source, header, neighbourhood } = JSON.parse(readFileSync(join(folder, 'areas.json'), 'utf8')) as {
  source: { date: string };
  header: string[];
  neighbourhood: { collection: { features: Feature<Polygon, { code: string }>[] }; rows: string[][] };
};

/** Where buildings of an area stand, in rows so far apart. */
const placesIn = (area: Polygon, spacing: number): Position[] => {
  const projection = projectionOf(area);
  const at = (east: number, north: number) => positionOf(projection, east, north);
  const reach = Math.ceil(600 / spacing);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => (index - reach) * spacing);
  const isFree = (position: Position): boolean => {
    const [east, north] = [eastOf(projection, position[0]), northOf(projection, position[1])];
    const around = [
      [SETBACK_METERS, 0],
      [-SETBACK_METERS, 0],
      [0, SETBACK_METERS],
      [0, -SETBACK_METERS],
    ].map(([dx = 0, dy = 0]) => at(east + dx, north + dy));
    return around.every((each) => isWithin(each, area, 0)) && !isWithin(position, PARK, 0);
  };
  return steps
    .flatMap((v) =>
      steps.map((u) => at(u * Math.cos(TURN) - v * Math.sin(TURN), u * Math.sin(TURN) + v * Math.cos(TURN))),
    )
    .filter(isFree)
    .map(([lng, lat]) => [Number(lng.toFixed(5)), Number(lat.toFixed(5))]);
};

const fitting = (area: Polygon): Position[] => {
  for (let spacing = WIDEST_METERS; spacing > 0; spacing -= NARROWER_METERS) {
    const places = placesIn(area, spacing);
    if (places.length >= LEAST_BUILDINGS) return places;
  }
  throw new Error('a neighbourhood has no room for buildings');
};

/** Splits a whole number by weights into whole numbers that add up to it. */
const split = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  let [weighed, given] = [0, 0];
  return weights.map((weight) => {
    weighed += weight;
    const part = Math.round((total * weighed) / sum) - given;
    given += part;
    return part;
  });
};

const rows = neighbourhood.collection.features.flatMap(({ geometry, properties: { code } }) => {
  const cells = neighbourhood.rows.find(([of]) => of === code) ?? [];
  const places = fitting(geometry);
  // Towers and low houses in turn.
  const weights = places.map((_, index) => 0.6 + ((index * 37) % 11) * 0.08);
  const counts = LAYERS.map((layer) => split(Number(cells[header.indexOf(layer)]), weights));
  return places.map((position, index) => [...position, ...counts.map((count) => count[index])]);
});
const buildings = {
  source: {
    name: '暖新地图演示数据：按居民区用规则布点，不是实际的建筑和人口',
    date: source.date,
    illustrative: true,
  },
  header: LAYERS,
  rows,
};
writeFileSync(join(folder, 'buildings.json'), `${JSON.stringify(buildings)}\n`);
