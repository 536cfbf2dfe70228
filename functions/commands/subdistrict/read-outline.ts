import { readFile } from 'node:fs/promises';
import { DomainError } from '../../../shared/api/problem.ts';
import { isInChina } from '../../../shared/geo/china.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { type Crs, Position } from '../../../shared/geo/position.ts';
import { Outline } from '../../../shared/subdistrict/subdistrict.ts';

/** A border drawn finer than this says nothing to a map of streets: a ninth of a metre. */
const DIGITS = 1e6;

/** What a GeoJSON file says about a subdistrict: its border, and the properties of that feature. */
export type OutlineFile = { outline: Outline; properties: Record<string, unknown> };

/**
 * Reads the border out of a GeoJSON file of one polygon, or of many from which `code` chooses by any property
 * that begins with it (NBS codes have twelve digits, ours are the first nine). Positions become WGS-84.
 * @throws DomainError `invalid_request` saying what is wrong with the file or its rings.
 */
export const readOutline = async (file: string, code: string, crs: Crs): Promise<OutlineFile> => {
  const feature = chosen(await featuresOf(file), code);
  const parsed = Outline.safeParse(mapRings(feature.geometry, crs));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refusal(`${file}: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const rings = parsed.data.type === 'Polygon' ? parsed.data.coordinates : parsed.data.coordinates.flat();
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      throw refusal(`${file}: a ring is not closed, it begins at ${first} and ends at ${last}`);
    }
    const stray = ring.find((position) => !isInChina(position));
    if (stray) throw refusal(`${file}: ${stray} lies outside China; are longitude and latitude swapped?`);
  }
  return { outline: parsed.data, properties: feature.properties ?? {} };
};

type Feature = { properties?: Record<string, unknown> | null; geometry?: unknown };

const featuresOf = async (file: string): Promise<Feature[]> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw refusal(`There is no file ${file}.`);
  });
  let parsed: { type?: string; features?: Feature[] };
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw refusal(`${file} is not valid JSON.`);
  }
  if (parsed.type === 'FeatureCollection' && Array.isArray(parsed.features)) return parsed.features;
  if (parsed.type === 'Feature') return [parsed as Feature];
  if (parsed.type === 'Polygon' || parsed.type === 'MultiPolygon') return [{ geometry: parsed }];
  throw refusal(`${file} is not GeoJSON: a polygon or a collection of polygons is needed.`);
};

const chosen = (features: readonly Feature[], code: string): Feature => {
  const matching = features.filter(({ properties }) =>
    Object.values(properties ?? {}).some((value) => String(value).startsWith(code)),
  );
  const [feature, other] = matching.length > 0 ? matching : features;
  if (feature && !other) return feature;
  throw refusal(
    features.length === 0
      ? 'The file has no feature.'
      : `The file has ${features.length} features and not exactly one of them names ${code}.`,
  );
};

const mapRings = (geometry: unknown, crs: Crs): unknown => {
  const convert = (value: unknown): unknown => {
    const position = Position.safeParse(Array.isArray(value) ? value.slice(0, 2) : undefined);
    if (!position.success) return Array.isArray(value) ? value.map(convert) : value;
    return convertPosition(position.data, crs, 'wgs84').map(
      (degrees) => Math.round(degrees * DIGITS) / DIGITS,
    );
  };
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return geometry;
  return { ...geometry, coordinates: convert(geometry.coordinates) };
};

const refusal = (sentence: string) => new DomainError('invalid_request', sentence);
