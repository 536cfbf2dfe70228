import type { MultiPolygon, Polygon } from 'geojson';
import type { Position } from '../geo/position.ts';
import { eastOf, type LocalProjection, northOf, positionOf } from './local-projection.ts';

/**
 * A closed line on the plane as x, y, x, y … in metres, its first point not repeated. The area it bounds lies
 * to the left of its way: outer rings run against the clock, holes with it.
 */
export type Ring = Float64Array;

/** The rings of an area on the plane, each running so that the area lies to its left. */
export const ringsOf = (area: Polygon | MultiPolygon, projection: LocalProjection): Ring[] => {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.flatMap((polygon) =>
    polygon.flatMap((line, index) => {
      const ring = projected(line as Position[], projection);
      if (ring.length < 6) return [];
      const isOuter = index === 0;
      return [signedArea(ring) > 0 === isOuter ? ring : reversed(ring)];
    }),
  );
};

/** Square metres, negative where the ring runs with the clock. */
export const signedArea = (ring: Ring): number => {
  let double = 0;
  let [x, y] = [ring[ring.length - 2] as number, ring[ring.length - 1] as number];
  for (let at = 0; at < ring.length; at += 2) {
    const nextX = ring[at] as number;
    const nextY = ring[at + 1] as number;
    double += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return double / 2;
};

/** Whether a point lies inside an odd number of the rings. */
export const isInside = (x: number, y: number, rings: readonly Ring[]): boolean => {
  let inside = false;
  for (const ring of rings) {
    let fromX = ring[ring.length - 2] as number;
    let fromY = ring[ring.length - 1] as number;
    for (let at = 0; at < ring.length; at += 2) {
      const toX = ring[at] as number;
      const toY = ring[at + 1] as number;
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
        inside = !inside;
      fromX = toX;
      fromY = toY;
    }
  }
  return inside;
};

/** A polygon on the plane: its outer ring, then its holes. */
export type PlanePolygon = [outer: Ring, ...holes: Ring[]];

/**
 * Sorts rings into polygons: each hole goes to the smallest outer ring around it. The rings are complete, so every
 * hole lies in one of them: where only one is left that can be it, it is, and its corners are not gone through.
 */
export const polygonsOf = (rings: readonly Ring[]): PlanePolygon[] => {
  const outers: Outer[] = [];
  const holes: Ring[] = [];
  for (const ring of rings) {
    const area = signedArea(ring);
    if (area > 0) outers.push({ polygon: [ring], area, box: boxOf(ring) });
    else if (area < 0) holes.push(ring);
  }
  outers.sort((a, b) => a.area - b.area);
  for (const hole of holes) {
    const [x, y] = [hole[0] as number, hole[1] as number];
    const possible = outers.filter(
      ({ box: [west, south, east, north] }) => x >= west && x <= east && y >= south && y <= north,
    );
    const last = possible.pop();
    const owner = possible.find(({ polygon: [outer] }) => isInside(x, y, [outer])) ?? last;
    owner?.polygon.push(hole);
  }
  return outers.map(({ polygon }) => polygon);
};

type Outer = { polygon: PlanePolygon; area: number; box: Box };

/** West, south, east and north in metres. */
export type Box = readonly [number, number, number, number];

/** The box around a ring. */
export const boxOf = (ring: Ring): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    const x = ring[at] as number;
    const y = ring[at + 1] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
};

/** The box around some rings; empty, its west beyond its east, around none. */
export const boxOfRings = (rings: readonly Ring[]): Box => {
  const boxes = rings.map(boxOf);
  return [
    boxes.reduce((least, [west]) => Math.min(least, west), Infinity),
    boxes.reduce((least, [, south]) => Math.min(least, south), Infinity),
    boxes.reduce((most, [, , east]) => Math.max(most, east), -Infinity),
    boxes.reduce((most, [, , , north]) => Math.max(most, north), -Infinity),
  ];
};

/** A polygon of the plane as GeoJSON in WGS-84, its rings closed. */
export const geoPolygonOf = (polygon: PlanePolygon, projection: LocalProjection): Polygon => ({
  type: 'Polygon',
  coordinates: polygon.map((ring) => {
    const line: Position[] = [];
    for (let at = 0; at < ring.length; at += 2)
      line.push(positionOf(projection, ring[at] as number, ring[at + 1] as number));
    line.push([...(line[0] as Position)]);
    return line;
  }),
});

const projected = (line: readonly Position[], projection: LocalProjection): Ring => {
  const points: number[] = [];
  for (const [lng, lat] of line) {
    const x = eastOf(projection, lng);
    const y = northOf(projection, lat);
    if (x !== points.at(-2) || y !== points.at(-1)) points.push(x, y);
  }
  if (points.length > 2 && points[0] === points.at(-2) && points[1] === points.at(-1)) points.length -= 2;
  return Float64Array.from(points);
};

const reversed = (ring: Ring): Ring => {
  const turned = new Float64Array(ring.length);
  for (let at = 0; at < ring.length; at += 2) {
    turned[at] = ring[ring.length - 2 - at] as number;
    turned[at + 1] = ring[ring.length - 1 - at] as number;
  }
  return turned;
};
