import * as z from 'zod';
import { Moment } from '../place/open-state.ts';
import { PlaceId } from '../place/place.ts';

/** What a person can be told; the words stand in `labels/message-words.ts`. */
export const MessageKind = z.enum([
  'registration_approved',
  'registration_needs_changes',
  'registration_rejected',
  'registration_reopened',
  'place_suspended',
  'place_resumed',
  'place_retired',
  'confirmation_due',
  'confirmation_overdue',
  'place_taken_over',
  'hand_over_done',
  'grant_given',
  'grant_taken',
]);
export type MessageKind = z.infer<typeof MessageKind>;

/** One entry of a person's inbox. `values` fill the words of its kind: `name`, `reason`, `days`, `date`, `role`, `subdistrict`. */
export const Message = z
  .object({
    id: z.string(),
    kind: MessageKind,
    values: z.record(z.string(), z.string()),
    place: PlaceId.optional(),
    registration: z.string().optional(),
    at: Moment,
    readAt: Moment.optional(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;
