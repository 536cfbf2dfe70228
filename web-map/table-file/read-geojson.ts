import type { Place } from '../../shared/place/place.ts';
import { PLACE_COLUMNS, type PlaceColumn } from '../../shared/place/place-columns.ts';
import { readText } from './read-text.ts';
import { FileRefusal } from './refusal.ts';
import type { FileRow } from './row.ts';

type Feature = { id?: unknown; geometry?: { type?: unknown; coordinates?: unknown }; properties?: unknown };

/** Deeper than this nothing is a value of a place. */
const MOST_DEPTH = 8;

/**
 * GeoJSON points as a table: each property a column, longitude and latitude from the geometry. What the system itself
 * exported comes back in the very columns of its CSV. A row's line is its feature's number.
 * @throws FileRefusal `broken_json`, `no_geojson`.
 */
export function readGeojson(bytes: Uint8Array): FileRow[] {
  const { features, crs } = collectionOf(bytes);
  if (features.length > 0 && features.every(isExported)) {
    const columns = Object.keys(PLACE_COLUMNS) as PlaceColumn[];
    return [
      { line: 0, cells: columns },
      ...features.map((feature, index) => ({ line: index + 1, cells: exportedCells(feature, columns, crs) })),
    ];
  }
  const names = [...new Set(features.flatMap((feature) => Object.keys(propertiesOf(feature))))].filter(
    (name) => !['lng', 'lat', 'lon'].includes(name),
  );
  return [
    { line: 0, cells: [...names, 'lng', 'lat'] },
    ...features.map((feature, index) => {
      const properties = propertiesOf(feature);
      const [lng, lat] = pointOf(feature);
      return { line: index + 1, cells: [...names.map((name) => textOf(properties[name])), lng, lat] };
    }),
  ];
}

const collectionOf = (bytes: Uint8Array): { features: Feature[]; crs: string } => {
  let parsed: { type?: unknown; features?: unknown; crs?: unknown } | null;
  try {
    parsed = JSON.parse(readText(bytes).replace(/^\ufeff/, ''));
  } catch {
    throw new FileRefusal('broken_json');
  }
  if (parsed?.type !== 'FeatureCollection' || !Array.isArray(parsed.features))
    throw new FileRefusal('no_geojson');
  return { features: parsed.features.filter(isRecord), crs: parsed.crs === 'gcj02' ? 'gcj02' : 'wgs84' };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const propertiesOf = ({ properties }: Feature): Record<string, unknown> =>
  isRecord(properties) ? properties : {};

const pointOf = ({ geometry }: Feature): [string, string] => {
  const coordinates = isRecord(geometry) && geometry.type === 'Point' ? geometry.coordinates : undefined;
  return Array.isArray(coordinates) ? [textOf(coordinates[0]), textOf(coordinates[1])] : ['', ''];
};

/** What this system exported is the only thing with a structured source. */
const isExported = (feature: Feature): boolean => {
  const { source, amenities } = propertiesOf(feature);
  return isRecord(source) && Array.isArray(amenities);
};

const exportedCells = (feature: Feature, columns: readonly PlaceColumn[], crs: string): string[] => {
  const position = feature.geometry?.coordinates;
  const place = { ...propertiesOf(feature), id: feature.id, position } as unknown as Place;
  return columns.map((column) => {
    if (column === 'crs') return crs;
    try {
      // Written as they stand: both numbers are in the CRS of the file.
      return PLACE_COLUMNS[column].cell(place, { language: 'en', crs: 'wgs84' }) ?? '';
    } catch {
      // A file that only looks like an export; what is missing is told by the check of its row.
      return '';
    }
  });
};

const textOf = (value: unknown, depth = 0): string => {
  if (value === null || value === undefined || depth > MOST_DEPTH) return '';
  if (Array.isArray(value)) return value.map((item) => textOf(item, depth + 1)).join(';');
  return isRecord(value) ? JSON.stringify(value) : String(value);
};
