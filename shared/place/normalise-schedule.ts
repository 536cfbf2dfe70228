import { dayOfLocalDate, localDateOfDay } from '../calendar/shanghai-time.ts';
import type { DayHours, HolidayPolicy, Schedule, ScheduleException, Season, Week } from './schedule.ts';
import { dayOfLeapYear, monthDayOfLeapYear } from './year-day.ts';

/**
 * The same opening hours in the one canonical form: intervals sorted, those of a day that touch or overlap made
 * one, seasons and exceptions cut so that no two hold the same day, neighbours with equal hours joined, ranges
 * without effect dropped, all in the order of the calendar. Evaluates exactly like its input; an overnight
 * interval that runs into the next day's opening is left alone, since `checkSchedule` refuses it.
 */
export function normaliseSchedule(schedule: Schedule): Schedule {
  const { week, seasons } = normaliseYear(normaliseWeek(schedule.week), schedule.seasons ?? []);
  const exceptions = normaliseExceptions(schedule.exceptions ?? []);
  return {
    week,
    publicHolidays: normalisePolicy(schedule.publicHolidays),
    ...(seasons.length > 0 && { seasons }),
    ...(exceptions.length > 0 && { exceptions }),
  };
}

/** The intervals of a day in order, with those that touch or overlap joined, as long as they fit in 24 hours. */
export function normaliseDay(hours: DayHours): DayHours {
  const joined: DayHours = [];
  for (const [from, to] of [...hours].sort((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1] && Math.max(last[1], to) - last[0] <= 1440) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function normalisePolicy(policy: HolidayPolicy): HolidayPolicy {
  if (typeof policy !== 'object') return policy;
  return policy.hours.length === 0 ? 'closed' : { hours: normaliseDay(policy.hours) };
}

const normaliseWeek = (week: Week): Week => week.map(normaliseDay) as Week;

function normaliseYear(week: Week, seasons: Season[]): { week: Week; seasons: Season[] } {
  if (seasons.length === 0) return { week, seasons: [] };
  const weeks = seasons.map((season) => normaliseWeek(season.week));
  const holder = new Array<Week>(366).fill(week);
  for (let index = seasons.length - 1; index >= 0; index -= 1)
    for (const day of daysOfSeason(seasons[index] as Season)) holder[day] = weeks[index] as Week;
  return weeksOfYear(week, holder);
}

/** The canonical seasons of a year given day by day (366 weeks, 29 February included) beside its ordinary week. */
export function weeksOfYear(week: Week, weekOfDay: readonly Week[]): { week: Week; seasons: Season[] } {
  const keyOf = new Map([...new Set(weekOfDay)].map((each) => [each, JSON.stringify(each)]));
  const keys = weekOfDay.map((each) => keyOf.get(each));
  const starts = keys.flatMap((key, day) => (key === keys[(day + 365) % 366] ? [] : [day]));
  if (starts.length === 0) return { week: weekOfDay[0] as Week, seasons: [] };
  const ordinary = JSON.stringify(week);
  const seasons = starts.flatMap((start, index): Season[] => {
    if (keys[start] === ordinary) return [];
    const end = ((starts[(index + 1) % starts.length] as number) + 365) % 366;
    return [{ from: monthDayOfLeapYear(start), to: monthDayOfLeapYear(end), week: weekOfDay[start] as Week }];
  });
  return { week, seasons };
}

/** The days (0 to 365 of a leap year) that a season holds. */
function daysOfSeason({ from, to }: Season): number[] {
  const first = dayOfLeapYear(from);
  const count = ((dayOfLeapYear(to) - first + 366) % 366) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) % 366);
}

type Piece = { first: number; last: number; hours: DayHours; reason: string };

/** What is left of a range of days without those of another: none, one or two ranges. */
function without<Range extends { first: number; last: number }>(range: Range, taken: Piece): Range[] {
  if (taken.last < range.first || taken.first > range.last) return [range];
  return [
    { ...range, last: taken.first - 1 },
    { ...range, first: taken.last + 1 },
  ].filter(({ first, last }) => first <= last);
}

function normaliseExceptions(exceptions: ScheduleException[]): ScheduleException[] {
  const pieces: Piece[] = [];
  for (const { from, to, hours, reason } of exceptions) {
    let rest = [{ first: dayOfLocalDate(from), last: dayOfLocalDate(to) }];
    // The first exception that holds a day wins, so a later one keeps only the days that are still free.
    for (const taken of pieces) rest = rest.flatMap((range) => without(range, taken));
    pieces.push(...rest.map((range) => ({ ...range, hours: normaliseDay(hours), reason })));
  }
  pieces.sort((left, right) => left.first - right.first);
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined[joined.length - 1];
    const continues =
      before?.last === piece.first - 1 &&
      before.reason === piece.reason &&
      JSON.stringify(before.hours) === JSON.stringify(piece.hours);
    if (before && continues) before.last = piece.last;
    else joined.push(piece);
  }
  return joined.map(({ first, last, hours, reason }) => ({
    from: localDateOfDay(first),
    to: localDateOfDay(last),
    hours,
    reason,
  }));
}
