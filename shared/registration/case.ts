import * as z from 'zod';
import { PersonCard } from '../person/person.ts';
import { Photo } from '../photo/photo.ts';
import { Moment } from '../place/open-state.ts';
import { PlaceFeature } from '../place/place-summary.ts';
import { Draft } from './application.ts';
import { FieldDifference } from './field-difference.ts';
import {
  Decision,
  Registration,
  RegistrationId,
  RegistrationKind,
  RegistrationState,
} from './registration.ts';

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
