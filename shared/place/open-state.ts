import * as z from 'zod';

/** A moment in UTC, `2026-11-20T02:00:00.000Z`. */
export const Moment = z.iso.datetime();

/** Whether something is open at a moment, and when that changes next. */
export const OpenState = z
  .object({
    status: z.enum(['open', 'closing_soon', 'closed', 'unknown']),
    /** Open or closing soon: when it closes. Absent when it does not close within a week. */
    closesAt: Moment.optional(),
    /** Closed: when it opens next. Absent when it does not open within two weeks. */
    opensAt: Moment.optional(),
    /** The reason of the dated exception that decides today. */
    exception: z.string().optional(),
    /** The code of the announced public holiday that today is, with its name in the catalog. */
    holiday: z.string().optional(),
    /** False where no holidays are announced for the year: the week's ordinary hours were used. */
    holidaysKnown: z.boolean(),
    /** Present and false where today is a holiday and nobody knows its hours: the week's were used. */
    holidayHoursKnown: z.literal(false).optional(),
  })
  .meta({ id: 'OpenState' });
export type OpenState = z.infer<typeof OpenState>;
