import * as z from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { RiderSigns } from '../confirmation/confirmation.ts';
import { Crs, Position } from '../geo/position.ts';
import { PersonId } from '../person/person-id.ts';
import { MOST_PHOTOS, PlacePhoto } from '../photo/photo.ts';
import { Amenity } from './amenity.ts';
import { Category, Kind, Tier } from './kind.ts';
import { Moment } from './open-state.ts';
import { plainText } from './plain-text.ts';
import { Schedule } from './schedule.ts';

/** A ULID: sortable by time of creation, 26 characters of Crockford's base 32. */
export const PlaceId = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  .meta({ id: 'PlaceId', description: 'A ULID.' });
export type PlaceId = z.infer<typeof PlaceId>;

/** The nine-digit statistical code of a subdistrict (街道). */
export const SubdistrictCode = z
  .string()
  .regex(/^\d{9}$/)
  .meta({
    id: 'SubdistrictCode',
    description: 'Nine-digit statistical code, e.g. 310105001 for 华阳路街道.',
  });
export type SubdistrictCode = z.infer<typeof SubdistrictCode>;

/** draft -> published <-> suspended -> retired; a retired place keeps a public tombstone. */
export const PlaceState = z.enum(['draft', 'published', 'suspended', 'retired']);
export type PlaceState = z.infer<typeof PlaceState>;

/** Who last saw that the entry is true. */
export const VerifiedBy = z.enum(['staff', 'merchant', 'check_in']);
export type VerifiedBy = z.infer<typeof VerifiedBy>;

/** A service inside a place, with hours of its own: a health desk on Tuesdays, lunch in a canteen. */
export const PlaceService = z
  .object({
    name: plainText(60).min(1),
    category: Category.optional(),
    schedule: Schedule.optional(),
    booking: z.boolean(),
    note: plainText(200).optional(),
  })
  .meta({ id: 'PlaceService' });
export type PlaceService = z.infer<typeof PlaceService>;

/** How to get in, for someone standing outside. */
export const Access = z
  .object({
    entrance: plainText(200).optional(),
    ebikeParking: plainText(200).optional(),
    whoMayEnter: plainText(200).optional(),
    maxStayMinutes: z.int().min(5).max(1440).optional(),
  })
  .meta({ id: 'Access' });
export type Access = z.infer<typeof Access>;

/** Where an entry comes from, and under which licence it may be passed on. */
export const Source = z
  .object({
    name: plainText(100).min(1),
    externalId: plainText(100).min(1).optional(),
    licence: plainText(100).min(1).optional(),
    attribution: plainText(200).min(1).optional(),
    note: plainText(300).optional(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

/** Why a place is closed for the time being, and until when if that is known. */
export const Suspension = z.object({
  reason: plainText(200).min(1),
  until: Moment.optional(),
  /** The owner closed it for a while, or the yearly confirmation ran out; absent: staff did. */
  by: z.enum(['owner', 'overdue']).optional(),
});
export type Suspension = z.infer<typeof Suspension>;

/** What someone writes down about a place; everything the system adds stands in `Place`. */
export const NewPlace = z
  .object({
    subdistrict: SubdistrictCode,
    name: plainText(60).min(1),
    nameEn: plainText(120).min(1).optional(),
    aliases: z.array(plainText(60).min(1)).max(10).optional(),
    address: plainText(200),
    category: Category,
    tier: Tier.optional(),
    /** WGS-84. */
    position: Position,
    /** Metres within which the true position lies. */
    accuracyMeters: z.number().min(0).max(5000).optional(),
    /** The numbers as they were given, before conversion. */
    givenPosition: z.object({ crs: Crs, position: Position }),
    schedule: Schedule.optional(),
    services: z.array(PlaceService).max(20).optional(),
    amenities: z.array(Amenity).max(30),
    access: Access.optional(),
    phone: plainText(40).optional(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .optional(),
    pledge: plainText(300).optional(),
    verifiedAt: Moment.optional(),
    verifiedBy: VerifiedBy.optional(),
    /** Drawn by hand to show the system, not found in the street: shown as 示例数据 everywhere. */
    illustrative: z.boolean(),
    source: Source,
  })
  .meta({ id: 'NewPlace' });
export type NewPlace = z.infer<typeof NewPlace>;

/** A place as it is stored. */
export const Place = NewPlace.extend({
  id: PlaceId,
  /** The small stable number that a WeChat map marker needs. */
  markerId: z.int().min(1).max(999_999_999),
  kind: Kind,
  state: PlaceState,
  suspension: Suspension.optional(),
  /** What search looks through, made when the place is written (`searchKey`). */
  searchKey: z.string(),
  photos: z.array(PlacePhoto).max(MOST_PHOTOS).optional(),
  /** When riders last said what about it. */
  riderSigns: RiderSigns.optional(),
  /** The entry it was merged into; only a retired place has one. */
  mergedInto: PlaceId.optional(),
  /** The grid (网格) it lies in, where staff keep grids. */
  grid: z.string().max(20).optional(),
  /** Who keeps it true. Never public. */
  owner: PersonId.optional(),
  /** The licence its owner registered with. Never public. */
  licenceCode: z.string().optional(),
  /** Which pledge its owner agreed to. */
  consent: z.object({ version: z.string(), acceptedAt: Moment }).optional(),
  /** By when its owner has to say that it is still true; then it is suspended. */
  confirmBy: LocalDate.optional(),
  createdAt: Moment,
  updatedAt: Moment,
  retiredAt: Moment.optional(),
  /** Counts every change from 1; the condition of the next write. */
  version: z.int().min(1),
}).meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

/** What of a stored place nobody but its owner and staff may see. */
export const PRIVATE_PLACE_FIELDS = {
  owner: true,
  licenceCode: true,
  consent: true,
  confirmBy: true,
  grid: true,
} as const;
