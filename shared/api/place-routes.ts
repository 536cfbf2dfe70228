import * as z from 'zod';
import { GridCode } from '../access/grant.ts';
import { ChangeEntry } from '../change-log/change-entry.ts';
import { ConfirmationKind } from '../confirmation/confirmation.ts';
import { Crs } from '../geo/position.ts';
import { PersonId } from '../person/person-id.ts';
import { ImportedRow } from '../place/imported-row.ts';
import { Kind } from '../place/kind.ts';
import { Moment } from '../place/open-state.ts';
import { OwnPlacePatch } from '../place/own-place-patch.ts';
import { PlaceId, PlaceState, SubdistrictCode } from '../place/place.ts';
import { PlaceRecord } from '../place/place-record.ts';
import { plainText } from '../place/plain-text.ts';
import { StaffNewPlace, StaffPlacePatch } from '../place/staff-place-patch.ts';
import { WorkItem, WorkReason } from '../place/work-item.ts';
import { Cursor } from './cursor.ts';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ id: PlaceId });
const cursor = Cursor.optional();
const base = {
  context: 'places',
  params: nothing,
  query: nothing,
  mediaType: 'application/json',
  cache: 'none',
} as const;

const PlaceRecordPage = z
  .object({ places: z.array(PlaceRecord), next: z.string().optional() })
  .meta({ id: 'PlaceRecordPage' });

/** Entries newest first, and the cursor of those before them. */
const ChangeEntryPage = z
  .object({ changes: z.array(ChangeEntry), next: z.string().optional() })
  .meta({ id: 'ChangeEntryPage' });

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
    response: PlaceRecordPage,
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
    response: ChangeEntryPage,
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
    response: ChangeEntryPage,
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
    limit: { calls: 30, seconds: 600 },
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    summary: 'The places of a subdistrict as a workbook, in the columns that the import reads.',
  },
} as const satisfies RouteTable;
