import * as z from 'zod';
import { ConfirmationKind } from '../confirmation/confirmation.ts';
import { Moment } from './open-state.ts';
import { PlaceRecord } from './place-record.ts';

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
