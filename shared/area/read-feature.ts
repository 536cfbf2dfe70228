import * as z from 'zod';
import { isInChina } from '../geo/china.ts';
import { convertPosition } from '../geo/crs.ts';
import type { Crs, Position } from '../geo/position.ts';
import { hasHiddenCharacters, hasLineEnds } from '../place/plain-characters.ts';
import { Area } from './area.ts';
import { AREA_COLUMNS } from './area-columns.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import { MOST_GIVEN_VERTICES } from './area-limits.ts';
import { type Pieces, type Ring, rounded } from './plane.ts';

/** A feature of a file as an area that is not mended yet, in WGS-84. */
export type GivenArea = { at: number; code: string; name: string; pieces: Pieces };

const Numbers = z.array(z.number());
const Geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Numbers)).min(1) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(Numbers)).min(1)).min(1),
  }),
]);
const Feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: Geometry,
});

const POLYGONS = ['Polygon', 'MultiPolygon'];

/** Reads one feature, the `at`-th of its file. What is wrong with it is found all at once. */
export const readFeature = (
  feature: unknown,
  at: number,
  crs: Crs,
): { area?: GivenArea; findings: AreaFinding[] } => {
  const properties = propertiesOf(feature);
  const code = textOf(properties, AREA_COLUMNS.code);
  const name = textOf(properties, AREA_COLUMNS.name);
  const named = { at, ...((name ?? code) !== undefined && { name: (name ?? code)?.slice(0, 60) as string }) };
  const findings = [...codeFindings(code, named), ...nameFindings(name, named)];
  const parsed = Feature.safeParse(feature);
  if (!parsed.success) {
    const type = typeOf(feature);
    findings.push(
      POLYGONS.includes(type)
        ? areaFinding('bad_coordinates', named)
        : areaFinding('not_a_polygon', { ...named, values: { type } }),
    );
    return { findings };
  }
  const { geometry } = parsed.data;
  const given = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const vertices = given.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (vertices > MOST_GIVEN_VERTICES) {
    const values = { vertices, most: MOST_GIVEN_VERTICES };
    findings.push(areaFinding('too_many_vertices', { ...named, values }));
    return { findings };
  }
  const wrong = wrongPosition(given.flat(2));
  if (wrong) findings.push(areaFinding(wrong.code, { ...named, values: { position: wrong.text } }));
  if (findings.length > 0 || code === undefined || name === undefined) return { findings };
  const pieces = given.map((rings) =>
    rings.map(
      (ring): Ring =>
        ring.map(([lng, lat]) => rounded(convertPosition([lng, lat] as Position, crs, 'wgs84'))),
    ),
  );
  return { area: { at, code, name, pieces }, findings };
};

const propertiesOf = (feature: unknown): Record<string, unknown> => {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
};

const textOf = (properties: Record<string, unknown>, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = properties[name];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = `${value}`.normalize('NFKC').trim();
    if (text !== '') return text;
  }
  return undefined;
};

type Named = { at: number; name?: string };

const codeFindings = (code: string | undefined, named: Named): AreaFinding[] => {
  if (code === undefined) return [areaFinding('missing_code', named)];
  if (Area.shape.code.safeParse(code).success) return [];
  return [areaFinding('bad_code', { ...named, values: { code: code.slice(0, 60) } })];
};

const nameFindings = (name: string | undefined, named: Named): AreaFinding[] => {
  if (name === undefined) return [areaFinding('missing_name', named)];
  if (hasHiddenCharacters(name) || hasLineEnds(name)) return [areaFinding('hidden_characters', named)];
  if (name.length <= 40) return [];
  return [areaFinding('bad_name', { ...named, values: { characters: name.length } })];
};

/** Coordinates of a plane in metres, latitude first, or no numbers of a place at all. */
const wrongPosition = (
  positions: readonly number[][],
): { code: 'bad_position' | 'not_degrees'; text: string } | undefined => {
  for (const position of positions) {
    const [lng, lat] = position;
    const text = `${position.slice(0, 2)}`;
    if (lng === undefined || lat === undefined) return { code: 'bad_position', text };
    if (Math.abs(lng) > 180 || Math.abs(lat) > 180) return { code: 'not_degrees', text };
    if (!isInChina([lng, lat])) return { code: 'bad_position', text };
  }
  return undefined;
};

const typeOf = (feature: unknown): string => {
  const { geometry } = (feature ?? {}) as { geometry?: { type?: unknown } | null };
  return typeof geometry?.type === 'string' ? geometry.type.slice(0, 30) : '';
};
