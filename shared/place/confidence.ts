import * as z from 'zod';
import { AmenityCode } from './amenity.ts';
import { Moment } from './open-state.ts';
import { VerifiedBy } from './place.ts';

/** Why a rider may or may not find the door open: a code with its values; pages make the sentence. */
export const ConfidenceReason = z
  .discriminatedUnion('code', [
    z.object({ code: z.literal('open'), until: Moment.optional() }),
    z.object({ code: z.literal('closing_soon'), until: Moment }),
    z.object({ code: z.literal('closed'), opensAt: Moment.optional() }),
    z.object({ code: z.literal('retired') }),
    z.object({ code: z.literal('suspended'), until: Moment.optional(), reason: z.string() }),
    z.object({ code: z.literal('door_locked'), at: Moment }),
    z.object({ code: z.literal('wrong_information'), at: Moment }),
    z.object({ code: z.literal('hours_unknown') }),
    z.object({ code: z.literal('holiday_hours_unknown') }),
    z.object({ code: z.literal('holidays_not_announced') }),
    z.object({ code: z.literal('seen_by_rider'), at: Moment }),
    z.object({ code: z.literal('verified'), at: Moment, by: VerifiedBy.optional() }),
    z.object({ code: z.literal('not_verified_for'), days: z.int() }),
    z.object({ code: z.literal('never_verified') }),
    z.object({ code: z.literal('amenity_broken'), amenity: AmenityCode }),
    z.object({ code: z.literal('amenity_missing'), amenity: AmenityCode }),
  ])
  .meta({ id: 'ConfidenceReason' });
export type ConfidenceReason = z.infer<typeof ConfidenceReason>;

/** How likely it is that someone who walks there now can use the place. */
export const Confidence = z
  .object({ level: z.enum(['likely', 'uncertain', 'unlikely']), reasons: z.array(ConfidenceReason) })
  .meta({ id: 'Confidence' });
export type Confidence = z.infer<typeof Confidence>;
