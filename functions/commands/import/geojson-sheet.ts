import { DomainError } from '../../../shared/api/problem.ts';
import { neutralCell } from '../../../shared/place/csv.ts';
import type { Place } from '../../../shared/place/place.ts';
import { COLUMN_NAMES, placeRow } from '../../../shared/place/place-columns.ts';
import type { Sentences } from './sentences-zh.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { encodingOf, textOfBytes } from './text-of-bytes.ts';

type Feature = {
  id?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: { type?: string; coordinates?: unknown } | null;
};

/**
 * GeoJSON points as rows: each property is a column, longitude and latitude come from the geometry.
 * What the system exports is read back into the very columns it would have as CSV.
 */
export const geojsonSheet = (bytes: Uint8Array, say: Sentences): Sheet => {
  const { features, crs } = collectionOf(bytes, say);
  const first = features.findIndex((feature) => feature.geometry?.type !== 'Point');
  const pointless =
    first < 0 ? [] : [say.notAPoint(first + 1, String(features[first]?.geometry?.type ?? null))];
  const exported = features.map((feature) => exportedRow(feature, crs));
  if (features.length > 0 && exported.every((row) => row !== undefined)) {
    return sheetOf(COLUMN_NAMES.en, exported as string[][], []);
  }
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].filter(
    (name) => !['lng', 'lat', 'lon'].includes(name),
  );
  const rows = features.map((feature) => [
    ...names.map((name) => textOf(feature.properties?.[name])),
    ...coordinatesOf(feature),
  ]);
  return sheetOf([...names, 'lng', 'lat'], rows, pointless);
};

/** Line 0 is the header, so that a feature's line is its number. */
const sheetOf = (header: readonly string[], rows: readonly string[][], notes: string[]): Sheet => ({
  notes,
  rows: async function* (): AsyncGenerator<SheetRow> {
    yield { line: 0, cells: header };
    for (const [index, cells] of rows.entries()) yield { line: index + 1, cells: cells.map(neutralCell) };
  },
});

const collectionOf = (bytes: Uint8Array, say: Sentences): { features: Feature[]; crs: string } => {
  let parsed: unknown;
  try {
    parsed = JSON.parse([...textOfBytes(bytes, encodingOf(bytes))].join(''));
  } catch (error) {
    throw new DomainError('invalid_request', say.brokenJson(error instanceof Error ? error.message : ''));
  }
  const collection = parsed as { type?: string; crs?: unknown; features?: Feature[] } | null;
  if (collection?.type === 'FeatureCollection' && Array.isArray(collection.features)) {
    return { features: collection.features, crs: collection.crs === 'gcj02' ? 'gcj02' : 'wgs84' };
  }
  if (collection?.type === 'Feature') return { features: [collection as Feature], crs: 'wgs84' };
  throw new DomainError('invalid_request', say.notGeojson());
};

const coordinatesOf = ({ geometry }: Feature): [string, string] => {
  const [lng, lat] =
    geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  return [textOf(lng), textOf(lat)];
};

/** The cells of a feature that this system exported: the only ones with a structured source. */
const exportedRow = ({ id, properties, geometry }: Feature, crs: string): string[] | undefined => {
  const source = properties?.source;
  if (typeof source !== 'object' || source === null || !Array.isArray(properties?.amenities))
    return undefined;
  const place = { ...properties, id, position: geometry?.coordinates ?? ['', ''] } as unknown as Place;
  const cells = placeRow(place, { language: 'en', crs: 'wgs84' });
  return cells.map((cell, index) => (COLUMN_NAMES.en[index] === 'crs' ? crs : cell));
};

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(';');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
};
