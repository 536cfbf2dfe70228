import { type HolidayFacts, holidayOnDay } from '../calendar/holiday-on.ts';
import type { HolidayTable } from '../calendar/holidays.ts';
import type { LocalDate, MonthDay } from '../calendar/local-date.ts';
import { civilOfDay, dayOfLocalDate, localDateOfDay, weekdayOfDay } from '../calendar/shanghai-time.ts';
import type { DayOfHours } from './day-of-hours.ts';
import type { DayHours, Schedule, ScheduleException, Week } from './schedule.ts';

/** Which rule of a schedule decides a day, and the hours it gives. */
export type DecidedDay = {
  hours: DayHours;
  facts: HolidayFacts;
  exception?: ScheduleException;
  /** The day is a holiday without a policy: the hours are the week's, and nobody promised them. */
  guessed?: true;
};

/**
 * The hours of a day (by its number since 1970-01-01): a dated exception, else the holiday policy on an
 * announced day off, else a season's week, else the ordinary week. A weekend day worked in exchange (调休) and
 * an ordinary weekend are ordinary days.
 */
export function decideDay(schedule: Schedule, dayNumber: number, holidays: HolidayTable): DecidedDay {
  const facts = holidayOnDay(dayNumber, holidays);
  const exception = schedule.exceptions && exceptionOn(schedule.exceptions, dayNumber);
  if (exception) return { hours: exception.hours, facts, exception };
  const policy = schedule.publicHolidays;
  if (facts.holiday === undefined)
    return { hours: weekOn(schedule, dayNumber)[weekdayOfDay(dayNumber)] as DayHours, facts };
  if (policy === 'closed') return { hours: CLOSED, facts };
  if (policy === 'same_as_sunday') return { hours: weekOn(schedule, dayNumber)[6], facts };
  if (policy === 'unknown')
    return { hours: weekOn(schedule, dayNumber)[weekdayOfDay(dayNumber)] as DayHours, facts, guessed: true };
  return { hours: policy.hours, facts };
}

const CLOSED: DayHours = [];

/** The hours of a Shanghai date with everything a page says about it. */
export const hoursOfDay = (schedule: Schedule, date: LocalDate, holidays: HolidayTable): DayOfHours =>
  dayOfHours(schedule, dayOfLocalDate(date), holidays);

/** The hours of `count` days in a row, from `firstDate` on. */
export const hoursOfDays = (
  schedule: Schedule,
  firstDate: LocalDate,
  count: number,
  holidays: HolidayTable,
): DayOfHours[] => {
  const first = dayOfLocalDate(firstDate);
  return Array.from({ length: count }, (_, index) => dayOfHours(schedule, first + index, holidays));
};

function dayOfHours(schedule: Schedule, dayNumber: number, holidays: HolidayTable): DayOfHours {
  const { hours, facts, exception, guessed } = decideDay(schedule, dayNumber, holidays);
  return {
    date: localDateOfDay(dayNumber),
    weekday: weekdayOfDay(dayNumber),
    hours,
    ...(facts.holiday && { holiday: facts.holiday }),
    ...(facts.workday && { workday: true as const }),
    ...(exception && { exception: exception.reason }),
    holidaysKnown: facts.known,
    ...(guessed && { holidayHoursKnown: false as const }),
  };
}

function weekOn(schedule: Schedule, dayNumber: number): Week {
  if (!schedule.seasons?.length) return schedule.week;
  const { month, day } = civilOfDay(dayNumber);
  const today = month * 100 + day;
  for (const { from, to, week } of schedule.seasons) {
    const first = monthDayNumber(from);
    const last = monthDayNumber(to);
    if (first <= last ? today >= first && today <= last : today >= first || today <= last) return week;
  }
  return schedule.week;
}

/** `04-01` as 401: orders days of a year without knowing the year. */
const monthDayNumber = (monthDay: MonthDay): number =>
  Number(monthDay.slice(0, 2)) * 100 + Number(monthDay.slice(3));

type DayRange = { first: number; last: number; exception: ScheduleException };

/** Exceptions as day numbers, computed once per schedule: parsing dates would dominate the evaluation. */
const compiledExceptions = new WeakMap<readonly ScheduleException[], DayRange[]>();

function exceptionOn(
  exceptions: readonly ScheduleException[],
  dayNumber: number,
): ScheduleException | undefined {
  let ranges = compiledExceptions.get(exceptions);
  if (!ranges) {
    ranges = exceptions.map((exception) => ({
      first: dayOfLocalDate(exception.from),
      last: dayOfLocalDate(exception.to),
      exception,
    }));
    compiledExceptions.set(exceptions, ranges);
  }
  for (const { first, last, exception } of ranges)
    if (dayNumber >= first && dayNumber <= last) return exception;
  return undefined;
}
