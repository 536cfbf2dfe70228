import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectStreets } from '../../functions/commands/network/collect-streets.ts';
import { osmXml } from '../../functions/commands/network/osm-xml.ts';
import { drawSampleStreets } from '../../infra/local/seed/sample-streets.ts';
import { streetsAsOsm } from '../../infra/local/seed/streets-as-osm.ts';
import { buildNetwork } from '../../shared/coverage/network/build-network.ts';
import { indexEdges } from '../../shared/coverage/network/edge-index.ts';
import { localPlane } from '../../shared/coverage/network/local-plane.ts';
import { createPointDistances } from '../../shared/coverage/network/point-distances.ts';
import { snapPoints } from '../../shared/coverage/network/snap-points.ts';
import { createWalk } from '../../shared/coverage/network/walk-distances.ts';
import { distanceMeters } from '../../shared/geo/distance.ts';
import { metersOutside } from '../../shared/geo/polygon.ts';
import type { Position } from '../../shared/geo/position.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { HUAYANG_SKETCH } from '../../web-map/map/sketch/huayang.ts';
import { FROM, ORIGIN } from '../support/street-grid.ts';

const folder = join(import.meta.dirname, '../../infra/local/seed/huayang');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const { outline } = Subdistrict.parse(JSON.parse(read('subdistrict.json')));
const roads = HUAYANG_SKETCH.flatMap(({ kind, name = '', line }) =>
  kind === 'road' || kind === 'street' ? [{ name, line }] : [],
);
const park = HUAYANG_SKETCH.find(({ kind }) => kind === 'park')?.line ?? [];
const drawn = drawSampleStreets({ outline, roads, park });

const { streets } = await collectStreets(osmXml(join(folder, 'streets.osm'), false), outline, 1500);
const { network, leftOut } = buildNetwork(streets, ORIGIN, FROM);
const { toMeters } = localPlane(ORIGIN);
const index = indexEdges(network);
const snapped = (...positions: Position[]) => {
  const points = positions.map(([lng, lat]) => toMeters(lng, lat));
  return snapPoints(
    index,
    points.map(([x]) => x),
    points.map(([, y]) => y),
  );
};
const walked = (from: Position, to: Position): number => {
  const [source, target] = [snapped(from), snapped(to)];
  return createPointDistances(network)(target, createWalk(network)(source), source)[0] as number;
};

describe('the sample streets', () => {
  it('are what the rule draws, and say that they are an example', () => {
    expect(read('streets.osm')).toBe(streetsAsOsm(drawn, '2026-11-20'));
    expect(read('streets.osm')).toMatch(
      /^<!-- Illustrative: .*OpenStreetMap contributors.* not real\. -->$/m,
    );
  });

  it('hang together but for a hundredth', () => {
    const meters = network.edgeLength.reduce((sum, length) => sum + length, 0);
    expect(meters).toBeGreaterThan(30_000);
    expect(leftOut.reduce((sum, island) => sum + island.meters, 0)).toBeLessThan(0.01 * meters);
    const streetMeters = meters / network.edgeLength.length;
    expect(streetMeters).toBeGreaterThan(40);
    expect(streetMeters).toBeLessThan(140);
  });

  it('lie in the subdistrict or along its border', () => {
    for (const { position } of drawn.points) expect(metersOutside(position, outline)).toBeLessThan(60);
  });

  it('lead past every place of the sample', () => {
    const places = [...read('places.csv').matchAll(/,(121\.\d+),(31\.\d+),/g)].map(
      ([, lng, lat]): Position => [Number(lng), Number(lat)],
    );
    expect(places).toHaveLength(19);
    for (const meters of snapped(...places).meters) expect(meters).toBeLessThan(120);
    expect([...snapped(...places).edge]).not.toContain(-1);
  });

  it('lead around the creek, and around a closed gate', () => {
    const [west, east]: [Position, Position] = [
      [121.4122, 31.2288],
      [121.4178, 31.2288],
    ];
    expect(walked(west, east)).toBeGreaterThan(1.5 * distanceMeters(west, east));
    expect(drawn.points.filter(({ tags }) => tags.barrier === 'gate').length).toBeGreaterThan(10);
    const across = drawn.ways.filter(
      ({ points, tags }) =>
        points.some((point) => drawn.points[point]?.tags.barrier) && tags.highway === 'service',
    );
    const detours = across.map(({ points }) => {
      const [from, to] = [drawn.points[points[0] as number], drawn.points[points.at(-1) as number]];
      if (!from || !to) throw new Error('a way without ends');
      return walked(from.position, to.position) / distanceMeters(from.position, to.position);
    });
    expect(detours.toSorted((a, b) => a - b)[Math.floor(detours.length / 2)]).toBeGreaterThan(1.8);
  });
});
