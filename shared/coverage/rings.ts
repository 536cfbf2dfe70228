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

/** Sorts rings into polygons: each hole goes to the smallest outer ring around it. */
export const polygonsOf = (rings: readonly Ring[]): PlanePolygon[] => {
  const outers: { polygon: PlanePolygon; area: number }[] = [];
  const holes: Ring[] = [];
  for (const ring of rings) {
    const area = signedArea(ring);
    if (area > 0) outers.push({ polygon: [ring], area });
    else if (area < 0) holes.push(ring);
  }
  outers.sort((a, b) => a.area - b.area);
  for (const hole of holes) {
    const [x, y] = [hole[0] as number, hole[1] as number];
    outers.find(({ polygon: [outer] }) => isInside(x, y, [outer]))?.polygon.push(hole);
  }
  return outers.map(({ polygon }) => polygon);
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
