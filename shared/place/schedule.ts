import * as z from 'zod';
import { LocalDate, MonthDay } from '../calendar/local-date.ts';
import { checkSchedule } from './check-schedule.ts';
import { plainText } from './plain-text.ts';

/** Minutes after midnight, Asia/Shanghai. An end beyond 1440 reaches into the next day (22:00–02:00 is 1320–1560). */
export const Interval = z
  .tuple([z.int().min(0).max(1439), z.int().min(1).max(2880)])
  .refine(
    ([from, to]) => to > from && to - from <= 1440,
    'an interval ends after it starts, at most 24 hours later',
  )
  .meta({
    id: 'Interval',
    description:
      'Opening and closing as minutes after midnight in Asia/Shanghai; an end past 1440 is on the next day.',
  });
export type Interval = z.infer<typeof Interval>;

/** The intervals of one day in order, without overlap; none means closed. */
export const DayHours = z.array(Interval).max(6);
export type DayHours = z.infer<typeof DayHours>;

/** Monday to Sunday. */
export const Week = z
  .tuple([DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours])
  .meta({ id: 'Week', description: 'Seven days, Monday first, each with its intervals in order.' });
export type Week = z.infer<typeof Week>;

/**
 * What holds on an announced public holiday. `same_as_sunday`: what that day would have if it were a Sunday, in
 * a season the season's. `unknown`: the week's hours are shown, marked as not known.
 */
export const HolidayPolicy = z
  .union([z.enum(['same_as_sunday', 'closed', 'unknown']), z.object({ hours: DayHours })])
  .meta({ id: 'HolidayPolicy' });
export type HolidayPolicy = z.infer<typeof HolidayPolicy>;

/**
 * A part of the year with a week of its own, both ends included; `from` after `to` wraps over New Year.
 * The first season that holds a day wins.
 */
export const Season = z.object({ from: MonthDay, to: MonthDay, week: Week }).meta({ id: 'Season' });
export type Season = z.infer<typeof Season>;

/** Days that differ, both ends included, with the reason people read. The first one that holds a day wins. */
export const ScheduleException = z
  .object({ from: LocalDate, to: LocalDate, hours: DayHours, reason: plainText(100).min(1) })
  .meta({ id: 'ScheduleException' });
export type ScheduleException = z.infer<typeof ScheduleException>;

const PROBLEM_MESSAGES = {
  interval_reversed: 'an interval ends after it starts, at most 24 hours later',
  intervals_unordered: 'the intervals of a day stand in order and do not overlap',
  overlaps_next_day: 'an interval that runs past midnight ends before the next day opens',
  range_reversed: 'the first day of an exception is not after its last day',
};

/**
 * When something is open. On a given day the first of these that applies decides: a dated exception,
 * the holiday policy (announced days off only), a season's week, the ordinary week.
 */
export const Schedule = z
  .object({
    week: Week,
    publicHolidays: HolidayPolicy,
    seasons: z.array(Season).max(6).optional(),
    exceptions: z.array(ScheduleException).max(60).optional(),
  })
  .superRefine((schedule, context) => {
    for (const { code, path } of checkSchedule(schedule))
      context.addIssue({ code: 'custom', path, message: PROBLEM_MESSAGES[code] });
  })
  .meta({ id: 'Schedule', description: 'Opening hours in Asia/Shanghai as structured data.' });
export type Schedule = z.infer<typeof Schedule>;
