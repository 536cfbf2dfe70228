import { dayOfLocalDate, MINUTES_PER_DAY } from '../calendar/shanghai-time.ts';
import type { DayHours, Interval, Schedule } from './schedule.ts';

/** Something in a schedule that cannot be meant, with the path to it (`['week', 2, 1]`: Wednesday's second interval). */
export type ScheduleProblem = {
  code: 'interval_reversed' | 'intervals_unordered' | 'overlaps_next_day' | 'range_reversed';
  path: (string | number)[];
};

/**
 * The problems of a schedule; none means that it can be evaluated without a doubt.
 *
 * Intervals of a day stand in order and do not overlap; they may touch. In a week, an overnight interval may
 * reach the next day's opening but not run into it: which of the two holds would be a guess, so it is refused
 * and not merged. Where the next day is another season's, a holiday or an exception nobody can check this ahead;
 * there the day's own hours simply add to what still runs from the evening before.
 */
export function checkSchedule(schedule: Schedule): ScheduleProblem[] {
  const problems: ScheduleProblem[] = [];
  checkWeek(schedule.week, ['week'], problems);
  if (typeof schedule.publicHolidays === 'object') {
    const path = ['publicHolidays', 'hours'];
    checkDay(schedule.publicHolidays.hours, path, problems);
    // Holidays come in rows, so the day after one is often another one.
    if (runsInto(schedule.publicHolidays.hours, schedule.publicHolidays.hours))
      problems.push({ code: 'overlaps_next_day', path });
  }
  schedule.seasons?.forEach((season, index) => {
    checkWeek(season.week, ['seasons', index, 'week'], problems);
  });
  schedule.exceptions?.forEach((exception, index) => {
    const path = ['exceptions', index];
    if (exception.from > exception.to) problems.push({ code: 'range_reversed', path });
    checkDay(exception.hours, [...path, 'hours'], problems);
    const isRow = dayOfLocalDate(exception.to) > dayOfLocalDate(exception.from);
    if (isRow && runsInto(exception.hours, exception.hours))
      problems.push({ code: 'overlaps_next_day', path: [...path, 'hours'] });
  });
  return problems;
}

function checkWeek(week: Schedule['week'], path: (string | number)[], problems: ScheduleProblem[]): void {
  week.forEach((hours, weekday) => {
    checkDay(hours, [...path, weekday], problems);
    const next = week[(weekday + 1) % 7] as DayHours;
    if (runsInto(hours, next)) problems.push({ code: 'overlaps_next_day', path: [...path, weekday] });
  });
}

function checkDay(hours: DayHours, path: (string | number)[], problems: ScheduleProblem[]): void {
  hours.forEach(([from, to], index) => {
    if (to <= from || to - from > MINUTES_PER_DAY)
      problems.push({ code: 'interval_reversed', path: [...path, index] });
    const before = hours[index - 1] as Interval | undefined;
    if (before && before[1] > from) problems.push({ code: 'intervals_unordered', path: [...path, index] });
  });
}

/** Whether the last interval of a day is still running when the next day's first one starts, by more than a touch. */
const runsInto = (hours: DayHours, next: DayHours): boolean => {
  const last = hours[hours.length - 1];
  const first = next[0];
  return last !== undefined && first !== undefined && last[1] > first[0] + MINUTES_PER_DAY;
};
