import { AMENITY_WORDS, CATEGORY_WORDS, KIND_WORDS, TIER_WORDS } from '../../shared/labels/place-words.ts';
import type { PlaceFeature } from '../../shared/place/place-summary.ts';

/** The places of a tile as this device last saw them, and when the service gave them. */
export type ArchivedTile = { features: readonly PlaceFeature[]; loadedAt: string };

/** The shape of what is kept; a release that reads places otherwise counts it up, and old rows are not read. */
const SHAPE = 1;

/** What the archive stores of a tile under its name. */
export const rowOf = (name: string, { features, loadedAt }: ArchivedTile) => ({
  name,
  shape: SHAPE,
  features,
  loadedAt,
});

/**
 * The tile of a stored row, without the places that the page could not show: a disk, an extension or an older
 * release may have left anything there. Undefined where the row as a whole is not readable.
 */
export const readRow = (row: unknown): ArchivedTile | undefined => {
  const { shape, features, loadedAt } = fieldsOf(row);
  if (shape !== SHAPE || !Array.isArray(features) || !isMoment(loadedAt)) return undefined;
  return { features: features.filter(isReadable), loadedAt };
};

const isReadable = (feature: unknown): feature is PlaceFeature => {
  const { id, geometry, properties } = fieldsOf(feature);
  const { coordinates } = fieldsOf(geometry);
  const { kind, category, tier, amenities, schedule, verifiedAt, ...texts } = fieldsOf(properties);
  return (
    typeof id === 'string' &&
    Array.isArray(coordinates) &&
    coordinates.length === 2 &&
    coordinates.every(Number.isFinite) &&
    [texts.name, texts.address, texts.searchKey, texts.state].every((text) => typeof text === 'string') &&
    isCodeOf(KIND_WORDS, kind) &&
    isCodeOf(CATEGORY_WORDS, category) &&
    (tier === undefined || isCodeOf(TIER_WORDS, tier)) &&
    Array.isArray(amenities) &&
    amenities.every((amenity) => isCodeOf(AMENITY_WORDS, fieldsOf(amenity).code)) &&
    (schedule === undefined || isSchedule(schedule)) &&
    (verifiedAt === undefined || isMoment(verifiedAt))
  );
};

const isSchedule = (schedule: unknown): boolean => {
  const { week, publicHolidays, seasons = [], exceptions = [] } = fieldsOf(schedule);
  return (
    isWeek(week) &&
    (typeof publicHolidays === 'string' || isDay(fieldsOf(publicHolidays).hours)) &&
    Array.isArray(seasons) &&
    seasons.every((season) => isWeek(fieldsOf(season).week)) &&
    Array.isArray(exceptions) &&
    exceptions.every((exception) => isDay(fieldsOf(exception).hours))
  );
};

const isWeek = (week: unknown): boolean => Array.isArray(week) && week.length === 7 && week.every(isDay);

const isDay = (hours: unknown): boolean =>
  Array.isArray(hours) &&
  hours.every((interval) => Array.isArray(interval) && interval.every(Number.isFinite));

const isMoment = (text: unknown): text is string =>
  typeof text === 'string' && !Number.isNaN(Date.parse(text));

const isCodeOf = (words: object, code: unknown): boolean =>
  typeof code === 'string' && Object.keys(words).includes(code);

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
