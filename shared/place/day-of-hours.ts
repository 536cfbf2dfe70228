import * as z from 'zod';
import { HolidayCode } from '../calendar/holidays.ts';
import { LocalDate } from '../calendar/local-date.ts';
import { DayHours } from './schedule.ts';

/** One day's hours, with what a page says about the day. */
export const DayOfHours = z
  .object({
    date: LocalDate,
    /** 0 is Monday, 6 is Sunday. */
    weekday: z.int().min(0).max(6),
    /** The intervals that start on this day; none means closed. */
    hours: DayHours,
    /** The announced holiday whose day off this is. */
    holiday: HolidayCode.optional(),
    /** A weekend day worked in exchange (调休); the week's ordinary hours hold. */
    workday: z.literal(true).optional(),
    /** The reason of the dated exception that decides the day. */
    exception: z.string().optional(),
    /** False where no holidays are announced for the year. */
    holidaysKnown: z.boolean(),
    /** Present and false on a holiday whose hours nobody knows: these are the week's. */
    holidayHoursKnown: z.literal(false).optional(),
  })
  .meta({ id: 'DayOfHours', description: 'The hours of one day in Asia/Shanghai.' });
export type DayOfHours = z.infer<typeof DayOfHours>;
