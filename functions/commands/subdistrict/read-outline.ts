import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '../../../shared/api/problem.ts';
import { isInChina } from '../../../shared/geo/china.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { type Crs, Position } from '../../../shared/geo/position.ts';
import { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { SubdistrictSentences } from './sentences-zh.ts';

/** A border drawn finer than this says nothing to a map of streets: a ninth of a metre. */
const DIGITS = 1e6;

/** What a GeoJSON file says about a subdistrict: its border, and the properties of that feature. */
export type OutlineFile = { outline: Outline; properties: Record<string, unknown> };

/**
 * Reads the border out of a GeoJSON file of one polygon, or of many from which `code` chooses by any property
 * that begins with it (NBS codes have twelve digits, ours are the first nine). Positions become WGS-84.
 * @throws DomainError `invalid_request` saying what is wrong with the file or its rings.
 */
export const readOutline = async (
  file: string,
  code: string,
  crs: Crs,
  say: SubdistrictSentences,
): Promise<OutlineFile> => {
  const feature = chosen(await featuresOf(file, say), file, code, say);
  const parsed = Outline.safeParse(mapRings(feature.geometry, crs));
  if (!parsed.success) {
    throw refusal(say.badOutline(file, parsed.error.issues[0]?.path.join('.') || 'geometry'));
  }
  const rings = parsed.data.type === 'Polygon' ? parsed.data.coordinates : parsed.data.coordinates.flat();
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      throw refusal(say.openRing(file, `${first}`, `${last}`));
    }
    const stray = ring.find((position) => !isInChina(position));
    if (stray) throw refusal(say.outsideChina(file, `${stray}`));
  }
  return { outline: parsed.data, properties: feature.properties ?? {} };
};

type Feature = { properties?: Record<string, unknown> | null; geometry?: unknown };

const featuresOf = async (file: string, say: SubdistrictSentences): Promise<Feature[]> => {
  const found = await stat(file).catch(() => undefined);
  // A pipe or a device may have no end.
  if (!found?.isFile()) throw refusal(say.noSuchFile(file));
  const text = await readFile(file, 'utf8').catch(() => {
    throw refusal(say.noSuchFile(file));
  });
  let parsed: { type?: string; features?: (Feature | null)[] } | null;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw refusal(say.brokenJson(file));
  }
  if (parsed?.type === 'FeatureCollection' && Array.isArray(parsed.features)) {
    return parsed.features.filter((feature) => feature !== null);
  }
  if (parsed?.type === 'Feature') return [parsed as Feature];
  if (parsed?.type === 'Polygon' || parsed?.type === 'MultiPolygon') return [{ geometry: parsed }];
  throw refusal(say.notGeojson(file));
};

const chosen = (
  features: readonly Feature[],
  file: string,
  code: string,
  say: SubdistrictSentences,
): Feature => {
  const matching = features.filter(({ properties }) =>
    Object.values(properties ?? {}).some((value) => String(value).startsWith(code)),
  );
  const [feature, other] = matching.length > 0 ? matching : features;
  if (feature && !other) return feature;
  throw refusal(features.length === 0 ? say.noFeature(file) : say.notOneFeature(file, features.length, code));
};

const mapRings = (geometry: unknown, crs: Crs): unknown => {
  // A multipolygon nests its numbers four deep; deeper ones the schema refuses as they stand.
  const convert = (value: unknown, depth: number): unknown => {
    const position = Position.safeParse(Array.isArray(value) ? value.slice(0, 2) : undefined);
    if (!position.success)
      return Array.isArray(value) && depth < 4 ? value.map((item) => convert(item, depth + 1)) : value;
    return convertPosition(position.data, crs, 'wgs84').map(
      (degrees) => Math.round(degrees * DIGITS) / DIGITS,
    );
  };
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return geometry;
  return { ...geometry, coordinates: convert(geometry.coordinates, 0) };
};

const refusal = (sentence: string) => new DomainError('invalid_request', sentence);
