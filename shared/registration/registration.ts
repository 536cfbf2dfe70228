import * as z from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { PersonId } from '../person/person-id.ts';
import { CheckResult, Photo } from '../photo/photo.ts';
import { Moment } from '../place/open-state.ts';
import { PlaceId, SubdistrictCode } from '../place/place.ts';
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
