import * as z from 'zod';
import { LocalDate } from './local-date.ts';

/** The announced public holidays; their zh and en names stand in the labels. */
export const HolidayCode = z.enum([
  'new_year',
  'spring_festival',
  'tomb_sweeping',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
  'special',
]);
export type HolidayCode = z.infer<typeof HolidayCode>;

/**
 * What the State Council announced, as data that can be replaced: the years it covers, the days off with
 * their holiday, and the weekend days worked in exchange (调休). An ordinary weekend is in neither list.
 */
export const HolidayTable = z
  .object({
    years: z.array(z.int()),
    daysOff: z.record(LocalDate, HolidayCode),
    workdays: z.array(LocalDate),
    source: z.string(),
  })
  .meta({ id: 'HolidayTable' });
export type HolidayTable = z.infer<typeof HolidayTable>;
