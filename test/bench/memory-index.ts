import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distanceMeters } from '../../shared/geo/distance.ts';
import type { Position } from '../../shared/geo/position.ts';
import { bboxOfDisc } from '../../shared/geo/tile.ts';
import { type PlaceFeature, placeFeature } from '../../shared/place/place-summary.ts';
import { generatePlaces } from './generate-places.ts';

const CELLS_PER_DEGREE = 100;

/**
 * For scale: what a process that holds all places in memory, and does nothing else, needs for the same kind of
 * answer. A grid of cells, distances, the twenty nearest, JSON; no validation, no open state, no confidence.
 */
export const serveFromMemory = async (count: number): Promise<string> => {
  const grid = new Map<string, PlaceFeature[]>();
  for (const place of generatePlaces(count)) {
    const key = cellOf(place.position[0], place.position[1]);
    const cell = grid.get(key);
    if (cell) cell.push(placeFeature(place));
    else grid.set(key, [placeFeature(place)]);
  }
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const center: Position = [Number(query.get('lng')), Number(query.get('lat'))];
    const features = nearest(grid, center, 1000, 20);
    response.setHeader('content-type', 'application/geo+json; charset=utf-8');
    response.end(JSON.stringify({ type: 'FeatureCollection', crs: 'wgs84', features }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const cellOf = (lng: number, lat: number): string =>
  `${Math.floor(lng * CELLS_PER_DEGREE)},${Math.floor(lat * CELLS_PER_DEGREE)}`;

const nearest = (grid: Map<string, PlaceFeature[]>, center: Position, radius: number, limit: number) => {
  const [west, south, east, north] = bboxOfDisc(center, radius);
  const near: { feature: PlaceFeature; meters: number }[] = [];
  const step = 1 / CELLS_PER_DEGREE;
  for (let lng = west; lng < east + step; lng += step) {
    for (let lat = south; lat < north + step; lat += step) {
      for (const feature of grid.get(cellOf(lng, lat)) ?? []) {
        const meters = distanceMeters(center, feature.geometry.coordinates);
        if (meters <= radius) near.push({ feature, meters });
      }
    }
  }
  near.sort((a, b) => a.meters - b.meters);
  return near.slice(0, limit).map(({ feature, meters }) => ({
    ...feature,
    properties: { ...feature.properties, distanceMeters: Math.round(meters) },
  }));
};
