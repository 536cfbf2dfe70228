import * as z from 'zod';
import { GridCode } from '../access/grant.ts';
import { ConfirmationKind } from '../confirmation/confirmation.ts';
import { Crs } from '../geo/position.ts';
import { PersonCard } from '../person/person.ts';
import { PersonId } from '../person/person-id.ts';
import { MOST_PHOTOS, PhotoId } from '../photo/photo.ts';
import { Amenity } from '../place/amenity.ts';
import { Kind } from '../place/kind.ts';
import { Moment } from '../place/open-state.ts';
import {
  NewPlace,
  Place,
  Access as PlaceAccess,
  PlaceId,
  PlaceService,
  PlaceState,
  SubdistrictCode,
} from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { Schedule } from '../place/schedule.ts';
import { PickedPosition } from '../registration/application.ts';
import { FieldDifference, RegistrationId } from '../registration/registration.ts';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ id: PlaceId });
const cursor = z.string().max(300).optional();
const base = {
  context: 'places',
  params: nothing,
  query: nothing,
  mediaType: 'application/json',
  cache: 'none',
} as const;

/** A place as its owner and staff see it: everything, its position in WGS-84, but no search key. */
export const PlaceRecord = Place.omit({ searchKey: true, owner: true })
  .extend({
    /** For staff; absent for the owner. */
    ownerCard: PersonCard.optional(),
    hasOwner: z.boolean(),
    /** Riders’ signs that nobody has settled yet. */
    openSigns: z.int(),
    /** A change of the owner that waits for its review. */
    pendingChange: RegistrationId.optional(),
  })
  .meta({ id: 'PlaceRecord' });
export type PlaceRecord = z.infer<typeof PlaceRecord>;

/** What an owner changes by themselves, live at once. */
export const OwnPlacePatch = z
  .strictObject({
    schedule: Schedule,
    services: z.array(PlaceService).max(20),
    amenities: z.array(Amenity).max(30),
    access: PlaceAccess,
    phone: plainText(40).nullable(),
    pledge: plainText(300).nullable(),
    photos: z.array(PhotoId).max(MOST_PHOTOS),
  })
  .partial()
  .meta({ id: 'OwnPlacePatch' });
export type OwnPlacePatch = z.infer<typeof OwnPlacePatch>;

/** What staff write down of a new place. */
export const StaffNewPlace = NewPlace.omit({
  position: true,
  givenPosition: true,
  accuracyMeters: true,
  verifiedAt: true,
  verifiedBy: true,
})
  .extend({
    position: PickedPosition,
    grid: GridCode.optional(),
    photos: z.array(PhotoId).max(MOST_PHOTOS).optional(),
    /** Staff have seen the places it may be a double of and say that it is another. */
    notADouble: z.boolean().optional(),
  })
  .strict()
  .meta({ id: 'StaffNewPlace' });
export type StaffNewPlace = z.infer<typeof StaffNewPlace>;

/** What staff change; `null` takes an optional field away. */
export const StaffPlacePatch = z
  .strictObject({
    name: plainText(60).min(1),
    nameEn: plainText(120).min(1).nullable(),
    aliases: z.array(plainText(60).min(1)).max(10).nullable(),
    address: plainText(200),
    category: NewPlace.shape.category,
    tier: NewPlace.shape.tier.unwrap().nullable(),
    position: PickedPosition,
    schedule: Schedule.nullable(),
    services: z.array(PlaceService).max(20),
    amenities: z.array(Amenity).max(30),
    access: PlaceAccess.nullable(),
    phone: plainText(40).nullable(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .nullable(),
    pledge: plainText(300).nullable(),
    grid: GridCode.nullable(),
    photos: z.array(PhotoId).max(MOST_PHOTOS),
    /** Why, for the history. */
    reason: plainText(200).min(1),
  })
  .partial()
  .meta({ id: 'StaffPlacePatch' });
export type StaffPlacePatch = z.infer<typeof StaffPlacePatch>;

/** One entry of the change log. `by` is absent where the person has deleted their account. */
export const ChangeEntry = z
  .object({
    id: z.string(),
    /** What was changed: a place, a registration, a grant, a subdistrict’s settings. */
    subject: z.object({
      type: z.enum(['place', 'registration', 'grant', 'settings']),
      id: z.string(),
      name: z.string().optional(),
    }),
    at: Moment,
    /** A person, a command of the operator (`import`), the clock, or nobody any more. */
    by: z.discriminatedUnion('type', [
      z.object({ type: z.literal('person'), person: PersonCard }),
      z.object({ type: z.literal('command'), name: z.string() }),
      z.object({ type: z.literal('clock') }),
      z.object({ type: z.literal('deleted') }),
    ]),
    reason: z.string(),
    differences: z.array(FieldDifference),
    /** A place can be brought back to how it stood before this change. */
    restorable: z.boolean(),
  })
  .meta({ id: 'ChangeEntry' });
export type ChangeEntry = z.infer<typeof ChangeEntry>;

/** Why something stands on the worklist. */
export const WorkReason = z
  .enum(['signs', 'broken_equipment', 'stale', 'unverified', 'expiring', 'suspension_over'])
  .meta({ id: 'WorkReason' });
export type WorkReason = z.infer<typeof WorkReason>;

/** A place that somebody should look after, and why. */
export const WorkItem = z
  .object({
    place: PlaceRecord,
    reasons: z.array(WorkReason).min(1),
    /** Riders’ taps that nobody has settled, by kind. */
    signs: z.record(ConfirmationKind, z.int()),
    /** The oldest reason’s moment: what the list is sorted by. */
    since: Moment.optional(),
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof WorkItem>;

/** What became of one row of an import. */
export const ImportedRow = z
  .object({
    line: z.int(),
    outcome: z.enum(['created', 'updated', 'unchanged', 'refused']),
    name: z.string().optional(),
    /** WGS-84, for the preview on the map. */
    position: z.tuple([z.number(), z.number()]).optional(),
    findings: z.array(
      z.object({
        severity: z.enum(['error', 'warning']),
        column: z.string().optional(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportedRow' });
export type ImportedRow = z.infer<typeof ImportedRow>;

const staff = { roles: ['grid_staff', 'reviewer'], subdistrictFrom: 'stored' } as const;
const ownPlace = { ...base, access: 'signed_in', params: one, response: PlaceRecord } as const;
const seen = { ...base, access: staff, params: one, response: PlaceRecord } as const;
const record = { ...seen, ifMatch: true } as const;
const reason = plainText(200).min(1);

/** The writing side of places: of their owners, of riders in front of them, of the staff who keep them. */
export const placeRoutes = {
  listMyPlaces: {
    ...base,
    key: paths.listMyPlaces,
    access: 'signed_in',
    response: z.object({ places: z.array(PlaceRecord) }),
    summary: 'The places one owns.',
  },
  getMyPlace: { ...ownPlace, key: paths.getMyPlace, summary: 'One of one’s own places.' },
  updateMyPlace: {
    ...ownPlace,
    key: paths.updateMyPlace,
    body: OwnPlacePatch,
    ifMatch: true,
    summary:
      'Changes hours, offers, photos: live at once and recorded, unless the machine wants a person to look.',
  },
  pauseMyPlace: {
    ...ownPlace,
    key: paths.pauseMyPlace,
    body: z.strictObject({ reason, until: Moment }),
    ifMatch: true,
    summary: 'Closes it for a while, with a reason and an end.',
  },
  resumeMyPlace: { ...ownPlace, key: paths.resumeMyPlace, ifMatch: true, summary: 'Opens it again.' },
  confirmMyPlace: {
    ...ownPlace,
    key: paths.confirmMyPlace,
    ifMatch: true,
    summary: 'Says that all of it is still true: verified now, and good for another year.',
  },
  leaveMap: {
    ...ownPlace,
    key: paths.leaveMap,
    body: z.strictObject({ reason }),
    ifMatch: true,
    summary: 'Takes it off the map for good; a tombstone stays.',
  },
  offerHandOver: {
    ...ownPlace,
    key: paths.offerHandOver,
    response: z.object({ code: z.string(), expiresAt: Moment }),
    status: 201,
    summary: 'A code of 24 hours with which another person takes the place over.',
  },
  acceptHandOver: {
    ...base,
    key: paths.acceptHandOver,
    access: 'signed_in',
    body: z.strictObject({ code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/) }),
    response: PlaceRecord,
    limit: { calls: 10, seconds: 600 },
    summary: 'Takes over the place that a code was given for.',
  },
  confirmPlace: {
    ...base,
    key: paths.confirmPlace,
    access: 'recognised',
    params: one,
    body: z.strictObject({ kind: ConfirmationKind }),
    response: z.object({ received: z.literal(true) }),
    status: 201,
    idempotent: true,
    limit: { calls: 10, seconds: 600 },
    summary: 'One tap in front of the door: still there, something is wrong, or locked.',
  },
  listPlaceRecords: {
    ...base,
    key: paths.listPlaceRecords,
    access: { roles: ['grid_staff', 'reviewer'], subdistrictFrom: 'query' },
    query: z.strictObject({
      subdistrict: SubdistrictCode,
      state: PlaceState.default('published'),
      kind: Kind.optional(),
      grid: GridCode.optional(),
      q: plainText(60).optional(),
      cursor,
    }),
    response: z.object({ places: z.array(PlaceRecord), next: z.string().optional() }),
    summary: 'The places of a subdistrict as staff see them.',
  },
  getPlaceRecord: { ...seen, key: paths.getPlaceRecord, summary: 'A place as staff see it.' },
  createPlace: {
    ...base,
    key: paths.createPlace,
    access: { roles: ['grid_staff', 'reviewer'], subdistrictFrom: 'body' },
    body: StaffNewPlace,
    response: PlaceRecord,
    status: 201,
    idempotent: true,
    summary: 'Puts a place on the map.',
  },
  updatePlace: { ...record, key: paths.updatePlace, body: StaffPlacePatch, summary: 'Changes a place.' },
  suspendPlace: {
    ...record,
    key: paths.suspendPlace,
    body: z.strictObject({ reason, until: Moment.optional() }),
    summary: 'Shows it as closed for the time being, with a reason.',
  },
  resumePlace: { ...record, key: paths.resumePlace, summary: 'Shows it as open again.' },
  retirePlace: {
    ...record,
    key: paths.retirePlace,
    body: z.strictObject({ reason }),
    summary: 'Takes it off the map for good; a tombstone stays.',
  },
  mergePlace: {
    ...record,
    key: paths.mergePlace,
    body: z.strictObject({ into: PlaceId, reason: reason.optional() }),
    summary: 'Retires a double: its address leads to the other one from now on.',
  },
  verifyPlace: {
    ...record,
    key: paths.verifyPlace,
    summary: 'Somebody of the staff stands there: it is true.',
  },
  listPlaceChanges: {
    ...base,
    key: paths.listPlaceChanges,
    access: staff,
    params: one,
    query: z.strictObject({ cursor }),
    response: z.object({ changes: z.array(ChangeEntry), next: z.string().optional() }),
    summary: 'The history of a place, newest first.',
  },
  restorePlace: {
    ...record,
    key: paths.restorePlace,
    body: z.strictObject({ change: z.string().regex(/^[0-9A-Z]{26}$/) }),
    summary: 'Brings a place back to how it stood before a change.',
  },
  listWork: {
    ...base,
    key: paths.listWork,
    access: { roles: ['grid_staff', 'reviewer'], subdistrictFrom: 'query' },
    query: z.strictObject({
      subdistrict: SubdistrictCode,
      reason: WorkReason.optional(),
      grid: GridCode.optional(),
    }),
    response: z.object({ items: z.array(WorkItem), counts: z.record(WorkReason, z.int()) }),
    summary: 'What should be looked after: riders’ signs, broken equipment, stale, unverified, expiring.',
  },
  settleConfirmations: {
    ...seen,
    key: paths.settleConfirmations,
    body: z.strictObject({ outcome: z.enum(['checked', 'dismissed']) }),
    summary: 'Closes the riders’ signs of a place: looked at, or of no account.',
  },
  listChanges: {
    ...base,
    key: paths.listChanges,
    access: { roles: ['reviewer'], subdistrictFrom: 'query' },
    query: z.strictObject({
      subdistrict: SubdistrictCode,
      /** By the clock of Shanghai. */
      month: z.string().regex(/^20\d\d(0[1-9]|1[0-2])$/),
      person: PersonId.optional(),
      place: PlaceId.optional(),
      cursor,
    }),
    response: z.object({ changes: z.array(ChangeEntry), next: z.string().optional() }),
    summary: 'The audit of a subdistrict, by month, person or place.',
  },
  importRows: {
    ...base,
    key: paths.importRows,
    access: { roles: ['grid_staff', 'reviewer'], subdistrictFrom: 'body' },
    body: z.strictObject({
      subdistrict: SubdistrictCode,
      crs: Crs,
      header: z.array(z.string().max(200)).min(1).max(100),
      /** Text of each cell, with the line it stands in. */
      rows: z
        .array(z.strictObject({ line: z.int().min(1), cells: z.array(z.string().max(4000)).max(100) }))
        .min(1)
        .max(100),
      source: plainText(100).min(1).optional(),
      isDryRun: z.boolean(),
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    bodyLimit: 1_000_000,
    response: z.object({ rows: z.array(ImportedRow), likelyCrs: Crs.optional() }),
    limit: { calls: 600, seconds: 60 },
    summary: 'Checks, and unless it is a dry run writes, at most 100 rows of a table.',
  },
  exportPlacesXlsx: {
    ...base,
    key: paths.exportPlacesXlsx,
    access: { roles: ['grid_staff', 'reviewer'], subdistrictFrom: 'query' },
    query: z.strictObject({ subdistrict: SubdistrictCode }),
    response: z.string(),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    summary: 'The places of a subdistrict as a workbook, in the columns that the import reads.',
  },
} as const satisfies RouteTable;
