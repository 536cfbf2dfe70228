import * as z from 'zod';
import { GridCode } from '../access/grant.ts';
import { PlaceId, SubdistrictCode } from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { DraftPatch } from '../registration/application.ts';
import { Case, CaseLine, Suspect } from '../registration/case.ts';
import { ReasonTemplate } from '../registration/reason-template.ts';
import { OwnRegistration, RegistrationId, RegistrationKind } from '../registration/registration.ts';
import { Cursor } from './cursor.ts';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ id: RegistrationId });
const base = {
  context: 'registrations',
  params: nothing,
  query: nothing,
  mediaType: 'application/json',
  cache: 'none',
} as const;
const own = { ...base, access: 'signed_in', params: one, response: OwnRegistration } as const;
const decides = {
  ...base,
  access: { roles: ['reviewer'], subdistrictFrom: 'stored' },
  params: one,
  response: Case,
} as const;

const ReasonTemplates = z
  .object({ templates: z.array(ReasonTemplate), version: z.int() })
  .meta({ id: 'ReasonTemplates' });

/** Which cases a queue shows. */
export const CaseFilter = z.enum(['open', 'mine', 'unclaimed', 'overdue', 'needs_changes', 'decided']);
export type CaseFilter = z.infer<typeof CaseFilter>;

/** From the first word of a shop to the reviewer's decision. */
export const registrationRoutes = {
  listMyRegistrations: {
    ...base,
    key: paths.listMyRegistrations,
    access: 'signed_in',
    response: z.object({ registrations: z.array(OwnRegistration) }),
    summary: 'What one has filed, newest first.',
  },
  createRegistration: {
    ...base,
    key: paths.createRegistration,
    access: 'signed_in',
    body: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('new') }),
      z.strictObject({ kind: z.literal('claim'), place: PlaceId }),
      z.strictObject({ kind: z.literal('change'), place: PlaceId }),
    ]),
    response: OwnRegistration,
    status: 201,
    idempotent: true,
    limit: { calls: 10, seconds: 3600 },
    summary: 'Begins a draft: of a new shop, or of a claim or change filled with what the place says now.',
  },
  getRegistration: { ...own, key: paths.getRegistration, summary: 'One of one’s own registrations.' },
  saveDraft: {
    ...own,
    key: paths.saveDraft,
    /** `usesMyPhone`: the number that WeChat told is the one to call. */
    body: DraftPatch.extend({ usesMyPhone: z.literal(true).optional() }),
    ifMatch: true,
    limit: { calls: 240, seconds: 60 },
    summary: 'Saves the fields that have changed; `null` takes one away.',
  },
  listSuspects: {
    ...own,
    key: paths.listSuspects,
    response: z.object({ suspects: z.array(Suspect) }),
    summary: 'Places on the map that may be the same: by licence code, or near and alike in name.',
  },
  submitRegistration: {
    ...own,
    key: paths.submitRegistration,
    body: z.strictObject({ notADouble: z.boolean().optional() }),
    ifMatch: true,
    limit: { calls: 20, seconds: 3600 },
    summary: 'Hands it in: 409 where it is registered already or may be a double that nobody has ruled out.',
  },
  withdrawRegistration: {
    ...own,
    key: paths.withdrawRegistration,
    ifMatch: true,
    summary: 'Takes it back.',
  },
  listCases: {
    ...base,
    key: paths.listCases,
    access: { roles: ['reviewer'], subdistrictFrom: 'query' },
    query: z.strictObject({
      subdistrict: SubdistrictCode,
      filter: CaseFilter.default('open'),
      grid: GridCode.optional(),
      kind: RegistrationKind.optional(),
      cursor: Cursor.optional(),
    }),
    response: z.object({
      cases: z.array(CaseLine),
      /** How many each filter would show; `decided` counts the last 30 days. */
      counts: z.record(CaseFilter, z.int()),
      next: z.string().optional(),
    }),
    summary: 'The review queue of a subdistrict, oldest due first.',
  },
  getCase: { ...decides, key: paths.getCase, summary: 'Everything a reviewer needs to decide.' },
  claimCase: { ...decides, key: paths.claimCase, ifMatch: true, summary: 'Takes a case in hand.' },
  releaseCase: { ...decides, key: paths.releaseCase, ifMatch: true, summary: 'Puts it back into the queue.' },
  decideCase: {
    ...decides,
    key: paths.decideCase,
    ifMatch: true,
    body: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('approved'), note: plainText(500).min(1).optional() }),
      z.strictObject({
        outcome: z.literal('needs_changes'),
        reason: plainText(500).min(1),
        fields: z.array(z.string().max(40)).max(20).optional(),
      }),
      z.strictObject({ outcome: z.literal('rejected'), reason: plainText(500).min(1) }),
    ]),
    summary: 'Decides: approval puts the place on the map in the same transaction.',
  },
  undoDecision: {
    ...decides,
    key: paths.undoDecision,
    ifMatch: true,
    summary: 'Takes a decision back within ten minutes, and with it what it changed on the map.',
  },
  getReasonTemplates: {
    ...base,
    key: paths.getReasonTemplates,
    access: { roles: ['reviewer'], subdistrictFrom: 'path' },
    params: z.strictObject({ code: SubdistrictCode }),
    response: ReasonTemplates,
    summary: 'The reasons that reviewers of a subdistrict use again and again.',
  },
  saveReasonTemplates: {
    ...base,
    key: paths.saveReasonTemplates,
    access: { roles: ['reviewer'], subdistrictFrom: 'path' },
    params: z.strictObject({ code: SubdistrictCode }),
    body: z.strictObject({ templates: z.array(ReasonTemplate).max(30) }),
    response: ReasonTemplates,
    ifMatch: true,
    summary: 'Replaces them all; not for reviewers of some grids alone.',
  },
} as const satisfies RouteTable;
