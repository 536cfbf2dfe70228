import * as z from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { PersonCard } from '../person/person.ts';
import { PersonId } from '../person/person-id.ts';
import { CheckResult, Photo } from '../photo/photo.ts';
import { Moment } from '../place/open-state.ts';
import { PlaceId, SubdistrictCode } from '../place/place.ts';
import { PlaceFeature } from '../place/place-summary.ts';
import { plainText } from '../place/plain-text.ts';
import { Draft } from './application.ts';

/** A ULID. */
export const RegistrationId = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  .meta({ id: 'RegistrationId', description: 'A ULID.' });
export type RegistrationId = z.infer<typeof RegistrationId>;

/** draft -> submitted -> (needs_changes -> submitted)* -> approved | rejected; withdrawn from any open state. */
export const RegistrationState = z
  .enum(['draft', 'submitted', 'needs_changes', 'approved', 'rejected', 'withdrawn'])
  .meta({ id: 'RegistrationState' });
export type RegistrationState = z.infer<typeof RegistrationState>;

/**
 * `new`: a shop that is not on the map. `claim`: somebody says that a place without an owner is theirs. `change`:
 * an owner changes what needs a review (name, position, category); the old version stays public meanwhile.
 */
export const RegistrationKind = z.enum(['new', 'claim', 'change']).meta({ id: 'RegistrationKind' });
export type RegistrationKind = z.infer<typeof RegistrationKind>;

/** What a reviewer decided, and what the applicant reads. */
export const Decision = z
  .object({
    outcome: z.enum(['approved', 'needs_changes', 'rejected']),
    reason: plainText(500).optional(),
    /** The fields that are asked to be changed. */
    fields: z.array(z.string().max(40)).max(20).optional(),
    at: Moment,
    /** Until when the reviewer may take it back. */
    undoUntil: Moment,
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** What was found by machine before a person looks. */
export const Checks = z
  .object({
    text: CheckResult,
    photos: CheckResult,
    licence: z.enum(['valid', 'check_digit_wrong', 'missing']),
  })
  .meta({ id: 'Checks' });
export type Checks = z.infer<typeof Checks>;

/** A registration as it is stored. The contact is text encrypted with the applicant's key. */
export const Registration = z.object({
  id: RegistrationId,
  kind: RegistrationKind,
  state: RegistrationState,
  applicant: PersonId,
  /** Where the position lies; absent while it has none. */
  subdistrict: SubdistrictCode.optional(),
  grid: z.string().optional(),
  application: Draft,
  contact: z
    .object({ encrypted: z.string(), nameMasked: z.string().optional(), phoneMasked: z.string().optional() })
    .optional(),
  /** The place that is claimed or changed, or that the approval made. */
  place: PlaceId.optional(),
  checks: Checks.optional(),
  submittedAt: Moment.optional(),
  /** The last day on which an answer is promised. */
  dueOn: LocalDate.optional(),
  /** The reviewer who has it in hand. */
  claimedBy: z.object({ person: PersonId, at: Moment }).optional(),
  decision: Decision.extend({ by: PersonId }).optional(),
  /** The entry in the place's history that the approval wrote: what an undo goes back before. */
  placeChange: z.string().optional(),
  /** The applicant has seen the places it may be a double of and says that it is another. */
  notADouble: z.boolean().optional(),
  illustrative: z.boolean(),
  createdAt: Moment,
  updatedAt: Moment,
  version: z.int().min(1),
});
export type Registration = z.infer<typeof Registration>;

/** A registration as the applicant sees it. */
export const OwnRegistration = Registration.pick({
  id: true,
  kind: true,
  state: true,
  subdistrict: true,
  application: true,
  place: true,
  submittedAt: true,
  dueOn: true,
  illustrative: true,
  createdAt: true,
  updatedAt: true,
  version: true,
})
  .extend({
    contact: z.object({ nameMasked: z.string().optional(), phoneMasked: z.string().optional() }),
    photos: z.array(Photo),
    decision: Decision.omit({ undoUntil: true }).optional(),
    /** The fields that are still missing or wrong before it can be submitted. */
    missing: z.array(z.string()),
    /** What the applicant may do now. */
    actions: z.array(z.enum(['edit', 'submit', 'withdraw'])),
  })
  .meta({ id: 'OwnRegistration' });
export type OwnRegistration = z.infer<typeof OwnRegistration>;

/** A place that a registration may be a double of. */
export const Suspect = z
  .object({
    place: PlaceFeature,
    distanceMeters: z.number(),
    /** 0 to 1, as `shared/place/name-similarity.ts` measures; 1 for the same licence code. */
    similarity: z.number(),
    sameLicence: z.boolean(),
    /** Nobody owns it: it can be claimed. */
    claimable: z.boolean(),
  })
  .meta({ id: 'Suspect' });
export type Suspect = z.infer<typeof Suspect>;

/** One line of the review queue. */
export const CaseLine = Registration.pick({
  id: true,
  kind: true,
  state: true,
  subdistrict: true,
  grid: true,
  checks: true,
  submittedAt: true,
  dueOn: true,
  illustrative: true,
  version: true,
})
  .extend({
    name: z.string(),
    category: z.string(),
    address: z.string(),
    /** Working days until `dueOn`; negative when it is overdue. */
    workingDaysLeft: z.int(),
    claimedBy: PersonCard.optional(),
    claimedByMe: z.boolean(),
  })
  .meta({ id: 'CaseLine' });
export type CaseLine = z.infer<typeof CaseLine>;

/** One thing that differs between the place that is public and what the application asks for. */
export const FieldDifference = z
  .object({ field: z.string(), before: z.json().optional(), after: z.json().optional() })
  .meta({ id: 'FieldDifference' });
export type FieldDifference = z.infer<typeof FieldDifference>;

/** Everything a reviewer needs to decide. */
export const Case = CaseLine.omit({ name: true, category: true, address: true })
  .extend({
    application: Draft,
    /** WGS-84, converted from what was picked. */
    position: z.tuple([z.number(), z.number()]).optional(),
    contact: z.object({ nameMasked: z.string().optional(), phoneMasked: z.string().optional() }),
    applicant: PersonCard,
    photos: z.array(Photo),
    place: PlaceFeature.optional(),
    differences: z.array(FieldDifference),
    /** What is on the map within 300 m, nearest first. */
    neighbours: z.array(z.object({ place: PlaceFeature, distanceMeters: z.number() })),
    suspects: z.array(Suspect),
    /** What the same person filed before, newest first. */
    history: z.array(
      z.object({
        id: RegistrationId,
        kind: RegistrationKind,
        state: RegistrationState,
        name: z.string(),
        updatedAt: Moment,
        reason: z.string().optional(),
      }),
    ),
    decision: Decision.extend({ by: PersonCard }).optional(),
    actions: z.array(z.enum(['claim', 'release', 'approve', 'request_changes', 'reject', 'undo'])),
  })
  .meta({ id: 'Case' });
export type Case = z.infer<typeof Case>;

/** A reason that reviewers use again and again; staff edit their own. */
export const ReasonTemplate = z
  .strictObject({
    outcome: z.enum(['needs_changes', 'rejected']),
    title: plainText(30).min(1),
    text: plainText(500).min(1),
    /** The same in English, where somebody wrote it. */
    en: z.strictObject({ title: plainText(60).min(1), text: plainText(500).min(1) }).optional(),
  })
  .meta({ id: 'ReasonTemplate' });
export type ReasonTemplate = z.infer<typeof ReasonTemplate>;
