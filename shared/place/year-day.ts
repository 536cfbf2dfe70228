import type { MonthDay } from '../calendar/local-date.ts';

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of a leap year, 0 to 365, of `04-01`. 29 February has its place in every year, whether it comes or not. */
export const dayOfLeapYear = (monthDay: MonthDay): number =>
  DAYS_OF_MONTH.slice(0, Number(monthDay.slice(0, 2)) - 1).reduce((sum, days) => sum + days, 0) +
  Number(monthDay.slice(3)) -
  1;

/** `04-01` of a day of a leap year, 0 to 365. */
export function monthDayOfLeapYear(day: number): MonthDay {
  let month = 0;
  let rest = day;
  while (rest >= (DAYS_OF_MONTH[month] as number)) {
    rest -= DAYS_OF_MONTH[month] as number;
    month += 1;
  }
  return `${String(month + 1).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`;
}

/** The number of days of a month (1–12), 29 for February. */
export const longestMonth = (month: number): number => DAYS_OF_MONTH[month - 1] as number;
