import type { MultiPolygon, Polygon } from 'geojson';
import { bboxOfPositions } from '../geo/bbox-of-positions.ts';
import { EARTH_RADIUS_METERS } from '../geo/distance.ts';
import type { Position } from '../geo/position.ts';

const RADIANS = Math.PI / 180;

/** Metres east and north of an origin, on the plane that touches the earth there. */
export type LocalProjection = {
  origin: Position;
  metersPerLng: number;
  metersPerLat: number;
};

/**
 * An equirectangular projection around a position: distances err by less than 0.02 % within 2 km and 0.3 %
 * within 30 km of it. Never Web Mercator: at 31° N a metre of its plane is 0.86 m of the street.
 */
export const projectionAt = (origin: Position): LocalProjection => ({
  origin,
  metersPerLng: EARTH_RADIUS_METERS * RADIANS * Math.cos(origin[1] * RADIANS),
  metersPerLat: EARTH_RADIUS_METERS * RADIANS,
});

/** The projection around the middle of an area's box. */
export const projectionOf = (area: Polygon | MultiPolygon): LocalProjection => {
  const [west, south, east, north] = bboxOfPositions(cornersOf(area));
  return projectionAt([(west + east) / 2, (south + north) / 2]);
};

export const eastOf = (projection: LocalProjection, lng: number): number =>
  (lng - projection.origin[0]) * projection.metersPerLng;

export const northOf = (projection: LocalProjection, lat: number): number =>
  (lat - projection.origin[1]) * projection.metersPerLat;

/** The position of a point of the plane, to seven decimals: a centimetre. */
export const positionOf = (projection: LocalProjection, east: number, north: number): Position => [
  Math.round((projection.origin[0] + east / projection.metersPerLng) * 1e7) / 1e7,
  Math.round((projection.origin[1] + north / projection.metersPerLat) * 1e7) / 1e7,
];

function* cornersOf(area: Polygon | MultiPolygon): Generator<Position> {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  for (const polygon of polygons) for (const ring of polygon) yield* ring as Position[];
}
