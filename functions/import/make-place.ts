import { distanceMeters } from '../../shared/geo/distance.ts';
import type { Amenity } from '../../shared/place/amenity.ts';
import { canonicalJson } from '../../shared/place/canonical-json.ts';
import { kindOf } from '../../shared/place/kind.ts';
import { NewPlace, type Place, type PlaceState } from '../../shared/place/place.ts';
import { searchKey } from '../../shared/place/search-key.ts';
import { type RowValues, valuesOf } from './row-values.ts';

/** What a file leaves open. */
export type PlaceDefaults = { subdistrict: string; source: string; illustrative: boolean };

/** What the system adds to a row. */
export type Stamp = { id: string; markerId: number; now: string };

/** Converting there and back moves a position by less than this; people do not place a pin this finely. */
const SAME_POSITION_METERS = 1;

/** A row as someone's new entry. @throws ZodError where its values do not belong together. */
export const newPlace = (values: RowValues, defaults: PlaceDefaults): NewPlace =>
  NewPlace.parse(
    withoutUndefined({
      subdistrict: defaults.subdistrict,
      name: values.name,
      nameEn: values.nameEn,
      aliases: values.aliases,
      address: values.address ?? '',
      category: values.category,
      tier: values.tier,
      position: values.position,
      accuracyMeters: values.accuracyMeters,
      givenPosition: values.given,
      schedule: values.openingHours,
      services: values.services,
      amenities: (values.amenities ?? []).map((amenity) => ({ state: 'working', ...amenity })),
      access: nonEmpty({
        entrance: values.entrance,
        ebikeParking: values.ebikeParking,
        whoMayEnter: values.whoMayEnter,
        maxStayMinutes: values.maxStayMinutes,
      }),
      phone: values.phone,
      website: values.website,
      pledge: values.pledge,
      verifiedAt: values.verifiedAt,
      verifiedBy: values.verifiedBy,
      illustrative: values.illustrative ?? defaults.illustrative,
      source: withoutUndefined({
        name: values.source ?? defaults.source,
        externalId: values.externalId,
        licence: values.licence,
        attribution: values.attribution,
        note: values.sourceNote,
      }),
    }),
  );

/** A row as a place that was not there before. */
export const createdPlace = (values: RowValues, defaults: PlaceDefaults, { now, ...ids }: Stamp): Place =>
  stored(newPlace(values, defaults), values, now, { ...ids, createdAt: now, version: 1 });

/**
 * A stored place with a row laid over it, or undefined where the row says nothing new. What the file has no
 * column for stays; a broken amenity stays broken until the row says that it works; a position moves only if
 * it moves by a metre; a verification is replaced by a later one only; the state stays, with its suspension,
 * unless the row names one.
 */
export const changedPlace = (
  before: Place,
  row: RowValues,
  defaults: PlaceDefaults,
  now: string,
): Place | undefined => {
  const values: RowValues = { ...valuesOf(before), ...row };
  // An empty cell says nothing about the state: a table that was filled in by hand lifts no suspension.
  if (row.state === undefined) {
    values.state = before.state;
    values.suspensionReason = row.suspensionReason ?? before.suspension?.reason;
    values.suspendedUntil = row.suspendedUntil ?? before.suspension?.until;
  }
  if (row.position && distanceMeters(row.position, before.position) < SAME_POSITION_METERS) {
    values.position = before.position;
    values.given = before.givenPosition;
  }
  const isLater = row.verifiedAt !== undefined && row.verifiedAt > (before.verifiedAt ?? '');
  const verified = isLater ? row : before;
  const entry = newPlace(
    { ...values, amenities: [], verifiedAt: verified.verifiedAt, verifiedBy: verified.verifiedBy },
    { ...defaults, source: before.source.name, illustrative: before.illustrative },
  );
  entry.amenities = 'amenities' in row ? laidOver(before.amenities, row.amenities ?? []) : before.amenities;
  const after = stored(entry, values, now, { ...ownOf(before), version: before.version + 1 });
  return content(after) === content(before) ? undefined : after;
};

/** What the system and the place’s owner added, of which no table knows: it stays as it is. */
type Own = Omit<Place, keyof NewPlace | 'kind' | 'state' | 'searchKey' | 'updatedAt'>;

const ownOf = (place: Place): Own =>
  Object.fromEntries(Object.entries(place).filter(([name]) => !(name in NewPlace.shape))) as unknown as Own;

const stored = (entry: NewPlace, values: RowValues, now: string, own: Own): Place => {
  const state: PlaceState = values.state ?? 'published';
  const { suspension, retiredAt, ...rest } = own;
  return {
    ...rest,
    ...entry,
    kind: kindOf(entry.category),
    state,
    ...(state === 'suspended' && {
      suspension: {
        ...(suspension?.by && { by: suspension.by }),
        reason: values.suspensionReason ?? '',
        ...(values.suspendedUntil && { until: values.suspendedUntil }),
      },
    }),
    searchKey: searchKey(entry),
    updatedAt: now,
    ...(state === 'retired' && { retiredAt: retiredAt ?? now }),
  };
};

const laidOver = (before: readonly Amenity[], row: NonNullable<RowValues['amenities']>): Amenity[] =>
  row.map((amenity) => {
    const known = before.find(({ code }) => code === amenity.code);
    const state = amenity.state ?? known?.state ?? 'working';
    const note = amenity.note ?? known?.note;
    const brokenSince = sinceOf(known?.brokenSince, amenity.brokenSince);
    return {
      code: amenity.code,
      state,
      ...(state === 'broken' && brokenSince && { brokenSince }),
      ...(note && { note }),
    };
  });

/** A table tells minutes: a moment that says the stored one to the minute is the stored one. */
const sinceOf = (known: string | undefined, told: string | undefined): string | undefined =>
  known !== undefined && (told === undefined || told.slice(0, 16) === known.slice(0, 16)) ? known : told;

/** A place without what changes at every writing: equal texts are equal places. */
const content = ({ version: _v, updatedAt: _u, searchKey: _s, ...place }: Place): string =>
  canonicalJson(place);

const withoutUndefined = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const nonEmpty = (record: Record<string, unknown>): Record<string, unknown> | undefined => {
  const left = withoutUndefined(record);
  return Object.keys(left).length > 0 ? left : undefined;
};
