import { holidayOnDay } from './holiday-on.ts';
import type { HolidayTable } from './holidays.ts';
import type { LocalDate } from './local-date.ts';
import { dayOfLocalDate, localDateOfDay, weekdayOfDay } from './shanghai-time.ts';

/**
 * Whether offices work on a day: Monday to Friday and the weekend days worked in exchange (调休), without announced
 * days off. In years that are not announced yet: Monday to Friday.
 */
const isWorkingDay = (dayNumber: number, table: HolidayTable): boolean => {
  const { holiday, workday } = holidayOnDay(dayNumber, table);
  if (holiday !== undefined) return false;
  return workday === true || weekdayOfDay(dayNumber) < 5;
};

/** The date `count` working days after a date (0: the date itself). */
export const addWorkingDays = (date: LocalDate, count: number, table: HolidayTable): LocalDate => {
  let day = dayOfLocalDate(date);
  for (let left = count; left > 0; ) {
    day += 1;
    if (isWorkingDay(day, table)) left -= 1;
  }
  return localDateOfDay(day);
};

/** How many working days lie after `from` up to and with `to`; negative when `to` is the earlier one. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate, table: HolidayTable): number => {
  const [a, b] = [dayOfLocalDate(from), dayOfLocalDate(to)];
  let count = 0;
  for (let day = Math.min(a, b) + 1; day <= Math.max(a, b); day++) if (isWorkingDay(day, table)) count += 1;
  return b >= a ? count : -count;
};
