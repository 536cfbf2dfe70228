import * as z from 'zod';
import { isInChina } from '../geo/china.ts';
import { convertPosition } from '../geo/crs.ts';
import type { Crs, Position } from '../geo/position.ts';
import { type Building, DemandLayer, type People } from './area.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_PEOPLE, readCount } from './read-count.ts';

/** A building of a file in WGS-84, and its number there. */
export type GivenBuilding = Building & { at: number };

const Point = z.tuple([z.number(), z.number()], z.number());
const Ring = z.array(Point).min(1);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Point }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);
const Feature = z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: Geometry });

/** Reads one feature, the `at`-th of its file. What is wrong with it is found all at once. */
export const readBuilding = (
  feature: unknown,
  at: number,
  crs: Crs,
): { building?: GivenBuilding; findings: AreaFinding[] } => {
  const parsed = Feature.safeParse(feature);
  if (!parsed.success) return { findings: [areaFinding('not_a_building', { at })] };
  const position = middleOf(parsed.data.geometry);
  const { people, findings } = readPeople(parsed.data.properties ?? {}, at);
  const values = { position: `${position}` };
  if (position.some((degrees) => Math.abs(degrees) > 180))
    findings.push(areaFinding('not_degrees', { at, values }));
  else if (!isInChina(position)) findings.push(areaFinding('bad_position', { at, values }));
  if (findings.length > 0) return { findings };
  if (Object.keys(people).length === 0) return { findings: [areaFinding('nobody_counted', { at })] };
  return { building: { at, position: rounded(convertPosition(position, crs, 'wgs84')), people }, findings };
};

/**
 * A feature with no more than an import reads: the point in the middle of it and its people, so that a file of
 * polygons is as short as one of points. What is no building stays as it is, for the import to tell.
 */
export const shortBuilding = (feature: unknown): unknown => {
  const parsed = Feature.safeParse(feature);
  if (!parsed.success) return feature;
  const { properties, geometry } = parsed.data;
  const counted = DemandLayer.options.flatMap((layer) =>
    properties?.[layer] === undefined ? [] : [[layer, properties[layer]]],
  );
  const coordinates = rounded(middleOf(geometry));
  return {
    type: 'Feature',
    properties: Object.fromEntries(counted),
    geometry: { type: 'Point', coordinates },
  };
};

const readPeople = (properties: Record<string, unknown>, at: number) => {
  const people: People = {};
  const findings: AreaFinding[] = [];
  for (const layer of DemandLayer.options) {
    const given = properties[layer];
    if (given === undefined || given === null || given === '') continue;
    const text = `${typeof given === 'object' ? JSON.stringify(given) : given}`;
    const count = readNumber(given);
    const values = { layer, text: text.slice(0, 40) };
    if (Number.isNaN(count)) findings.push(areaFinding('not_a_number', { at, values }));
    else if (count < 0) findings.push(areaFinding('negative', { at, values }));
    else if (count > MOST_PEOPLE) findings.push(areaFinding('too_many_people', { at, values }));
    // Reckoned from floors and homes, people of a building are often no whole number.
    else people[layer] = Math.round(count * 100) / 100;
  }
  return { people, findings };
};

const readNumber = (given: unknown): number => {
  if (typeof given === 'number') return given;
  return typeof given === 'string' ? readCount(given) : Number.NaN;
};

/** The point itself, or the centroid of the outer rings; of what has no surface, the mean of its corners. */
const middleOf = (geometry: z.infer<typeof Geometry>): Position => {
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
const rounded = ([lng, lat]: Position): Position => [
  Math.round(lng * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];
