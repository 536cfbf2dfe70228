import { holidayOnDay } from '../../../shared/calendar/holiday-on.ts';
import type { HolidayTable } from '../../../shared/calendar/holidays.ts';
import type { LocalDate } from '../../../shared/calendar/local-date.ts';
import {
  dayNumberOf,
  localDateOfDay,
  momentOfLocalDate,
  weekdayOfDay,
} from '../../../shared/calendar/shanghai-time.ts';
import type { Day } from './url-state.ts';

/** So far ahead a day of a sort is looked for; then behind. */
const MOST_DAYS = 400;

/** The next day of a sort from today on; of announced holidays the last one, where none is ahead. */
export function dateOfDay(day: Day, now: Date, holidays: HolidayTable): LocalDate {
  const today = dayNumberOf(now);
  for (const step of [1, -1])
    for (let ahead = 0; ahead < MOST_DAYS; ahead++) {
      const number = today + step * ahead;
      if (dayIs(number, holidays) === day) return localDateOfDay(number);
    }
  return localDateOfDay(today);
}

/** The moment of an hour, 0 to 24, of that day. */
export const momentOfHour = (date: LocalDate, hour: number): string =>
  momentOfLocalDate(date, hour * 60).toISOString();

const dayIs = (number: number, holidays: HolidayTable): Day => {
  const { holiday, workday } = holidayOnDay(number, holidays);
  if (holiday) return 'holiday';
  return weekdayOfDay(number) >= 5 && !workday ? 'weekend' : 'workday';
};
