import type { Position } from '../geo/position.ts';
import { DEMAND_LAYERS } from './demand-layers.ts';

type Ring = readonly Position[];

/** A building as a file of GeoJSON gives it: a point, or outlines with at least one corner. */
export type BuildingFeature = {
  properties?: Record<string, unknown> | null;
  geometry:
    | { type: 'Point'; coordinates: Position }
    | { type: 'Polygon'; coordinates: readonly Ring[] }
    | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] };
};

/** Whether something of a file is a building. Heights after a position are let be. */
export const isBuildingFeature = (given: unknown): given is BuildingFeature => {
  if (!isRecord(given) || !isRecord(given.geometry)) return false;
  const { properties } = given;
  if (properties !== undefined && properties !== null && !isRecord(properties)) return false;
  const { type, coordinates } = given.geometry;
  if (type === 'Point') return isPosition(coordinates);
  if (type === 'Polygon') return isPolygon(coordinates);
  return type === 'MultiPolygon' && isFilledArray(coordinates) && coordinates.every(isPolygon);
};

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const isFilledArray = (given: unknown): given is readonly unknown[] =>
  Array.isArray(given) && given.length > 0;

const isPolygon = (given: unknown): boolean =>
  isFilledArray(given) && given.every((ring) => isFilledArray(ring) && ring.every(isPosition));

const isPosition = (given: unknown): boolean =>
  Array.isArray(given) && given.length >= 2 && given.every(Number.isFinite);

/**
 * A feature with no more than an import reads: the point in the middle of it and its people, so that a file of
 * polygons is as short as one of points. What is no building stays as it is, for the import to tell.
 */
export const shortBuilding = (feature: unknown): unknown => {
  if (!isBuildingFeature(feature)) return feature;
  const { properties, geometry } = feature;
  const counted = DEMAND_LAYERS.flatMap((layer) =>
    properties?.[layer] === undefined ? [] : [[layer, properties[layer]]],
  );
  const coordinates = rounded(middleOf(geometry));
  return {
    type: 'Feature',
    properties: Object.fromEntries(counted),
    geometry: { type: 'Point', coordinates },
  };
};

/** The point itself, or the centroid of the outer rings; of what has no surface, the mean of its corners. */
export const middleOf = (geometry: BuildingFeature['geometry']): Position => {
  if (geometry.type === 'Point') return [geometry.coordinates[0], geometry.coordinates[1]];
  const outer = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = outer.flatMap(([ring]) => (ring ? [ring] : []));
  const corners = rings.flat();
  const [fromLng, fromLat] = corners[0] as [number, number];
  let [double, lngSum, latSum] = [0, 0, 0];
  for (const ring of rings) {
    let [part, partLng, partLat] = [0, 0, 0];
    for (const [index, [lng, lat]] of ring.entries()) {
      const [nextLng, nextLat] = ring[(index + 1) % ring.length] as [number, number];
      const [ax, ay, bx, by] = [lng - fromLng, lat - fromLat, nextLng - fromLng, nextLat - fromLat];
      const cross = ax * by - bx * ay;
      part += cross;
      partLng += (ax + bx) * cross;
      partLat += (ay + by) * cross;
    }
    // Rings run either way.
    const sign = part < 0 ? -1 : 1;
    double += sign * part;
    lngSum += sign * partLng;
    latSum += sign * partLat;
  }
  if (double > 1e-16) return [fromLng + lngSum / (3 * double), fromLat + latSum / (3 * double)];
  const mean = (of: 0 | 1) => corners.reduce((sum, corner) => sum + corner[of], 0) / corners.length;
  return [mean(0), mean(1)];
};

/** Six decimals are ten centimetres: a building is larger. */
export const rounded = ([lng, lat]: Position): Position => [
  Math.round(lng * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];
