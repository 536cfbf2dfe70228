import { DomainError } from '../../../shared/api/problem.ts';
import { neutralCell } from '../../../shared/place/csv.ts';
import { NewPlace, type Place } from '../../../shared/place/place.ts';
import { COLUMN_NAMES, PLACE_COLUMNS, type PlaceColumn } from '../../../shared/place/place-columns.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import type { Sheet, SheetRow } from '../../import/sheet.ts';
import { encodingOf, textOfBytes } from './text-of-bytes.ts';

type Feature = { id?: unknown; properties: Record<string, unknown>; type?: string; coordinates?: unknown };
/** Cells, and which of them no text can be made of. */
type Cells = { cells: string[]; unreadable: Set<number> };

/** Deeper than this nothing is a value of a place; a hostile file nests until the stack ends. */
const MOST_DEPTH = 10;

/**
 * GeoJSON points as rows: each property is a column, longitude and latitude come from the geometry.
 * What the system exports is read back into the very columns it would have as CSV.
 */
export const geojsonSheet = (bytes: Uint8Array, say: Sentences): Sheet => {
  const { features: raw, crs } = collectionOf(bytes, say);
  const features = raw.map(featureOf);
  const first = features.findIndex((feature) => feature?.type !== 'Point');
  const pointless = first < 0 ? [] : [say.notAPoint(first + 1, String(features[first]?.type ?? null))];
  const whole = features.filter((feature) => feature !== undefined);
  if (whole.length > 0 && whole.every(isExported)) {
    return sheetOf(COLUMN_NAMES.en, features, [], (feature) => exportedCells(feature, crs));
  }
  const all = features.flatMap((feature) => Object.keys(feature?.properties ?? {}));
  const names = [...new Set(all)].filter((name) => !['lng', 'lat', 'lon'].includes(name));
  return sheetOf([...names, 'lng', 'lat'], features, pointless, (feature) => propertyCells(feature, names));
};

/** Line 0 is the header, so that a feature's line is its number. */
const sheetOf = (
  header: readonly string[],
  features: readonly (Feature | undefined)[],
  notes: string[],
  cellsOf: (feature: Feature) => Cells,
): Sheet => ({
  notes,
  rows: async function* (): AsyncGenerator<SheetRow> {
    yield { line: 0, cells: header };
    for (const [index, feature] of features.entries()) {
      const { cells, unreadable } = feature
        ? cellsOf(feature)
        : { cells: [], unreadable: new Set(header.keys()) };
      yield { line: index + 1, cells: cells.map(neutralCell), unreadable };
    }
  },
});

const collectionOf = (bytes: Uint8Array, say: Sentences): { features: unknown[]; crs: string } => {
  let parsed: unknown;
  try {
    parsed = JSON.parse([...textOfBytes(bytes, encodingOf(bytes))].join(''));
  } catch (error) {
    throw new DomainError('invalid_request', say.brokenJson(error instanceof Error ? error.message : ''));
  }
  const collection = parsed as { type?: string; crs?: unknown; features?: unknown[] } | null;
  if (collection?.type === 'FeatureCollection' && Array.isArray(collection.features)) {
    return { features: collection.features, crs: collection.crs === 'gcj02' ? 'gcj02' : 'wgs84' };
  }
  if (collection?.type === 'Feature') return { features: [collection], crs: 'wgs84' };
  throw new DomainError('invalid_request', say.notGeojson());
};

/** A feature whose parts are of the types they should be; undefined for what is none. */
const featureOf = (raw: unknown): Feature | undefined => {
  if (!isRecord(raw)) return undefined;
  const { id, geometry } = raw;
  const properties = isRecord(raw.properties) ? raw.properties : {};
  if (!isRecord(geometry)) return { id, properties };
  const { type, coordinates } = geometry;
  return { id, properties, coordinates, ...(typeof type === 'string' && { type }) };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const propertyCells = ({ properties, type, coordinates }: Feature, names: readonly string[]): Cells => {
  const [lng, lat] = type === 'Point' && Array.isArray(coordinates) ? coordinates : [];
  const own = names.map((name) => (Object.hasOwn(properties, name) ? properties[name] : undefined));
  return cellsFrom([...own, lng, lat].map((value) => () => textOf(value)));
};

/** What this system exported is the only thing with a structured source. */
const isExported = ({ properties }: Feature): boolean =>
  isRecord(properties.source) && Array.isArray(properties.amenities);

/** Fields that are written with care for their meaning are only written when they have one. */
const STRUCTURED = { openingHours: 'schedule', services: 'services', amenities: 'amenities' } as const;

const exportedCells = ({ id, properties, coordinates }: Feature, crs: string): Cells => {
  const position = Array.isArray(coordinates) ? coordinates : ['', ''];
  const place = { ...properties, id, position } as unknown as Place;
  return cellsFrom(
    (Object.keys(PLACE_COLUMNS) as PlaceColumn[]).map((column) => () => {
      if (column === 'crs') return crs;
      if (column in STRUCTURED) {
        const field = STRUCTURED[column as keyof typeof STRUCTURED];
        NewPlace.shape[field].parse(place[field]);
      }
      return PLACE_COLUMNS[column].cell(place, { language: 'en', crs: 'wgs84' }) ?? '';
    }),
  );
};

/** A cell that is no text, or cannot be written at all, is marked instead of ending the import. */
const cellsFrom = (writers: readonly (() => unknown)[]): Cells => {
  const unreadable = new Set<number>();
  const cells = writers.map((write, index) => {
    try {
      const cell = write();
      if (typeof cell === 'string') return cell;
    } catch {
      // Of hostile data anything may be thrown, from a type error to an exhausted stack.
    }
    unreadable.add(index);
    return '';
  });
  return { cells, unreadable };
};

/** @throws RangeError for what is nested too deep. */
const textOf = (value: unknown, depth = 0): string => {
  if (depth > MOST_DEPTH) throw new RangeError('nested too deep');
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => textOf(item, depth + 1)).join(';');
  if (!isRecord(value)) return String(value).trim();
  for (const inside of Object.values(value)) textOf(inside, depth + 1);
  return JSON.stringify(value);
};
