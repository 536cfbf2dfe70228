import type { DayHours, Schedule, Week } from '../../../shared/place/schedule.ts';

/** How alike the days of a week are set: all the same, Monday to Friday and the weekend, each of its own. */
export type WeekShape = 'same' | 'weekend' | 'each';

/** Weekdays (0 is Monday) that are set together, in each shape. */
export const GROUPS: Readonly<Record<WeekShape, readonly (readonly number[])[]>> = {
  same: [[0, 1, 2, 3, 4, 5, 6]],
  weekend: [
    [0, 1, 2, 3, 4],
    [5, 6],
  ],
  each: [[0], [1], [2], [3], [4], [5], [6]],
};

const isAlike = (days: readonly DayHours[]): boolean =>
  days.every((hours) => JSON.stringify(hours) === JSON.stringify(days[0]));

/** The coarsest shape that holds a week without loss. */
export const shapeOf = (week: Week): WeekShape => {
  if (isAlike(week)) return 'same';
  return isAlike(week.slice(0, 5)) && isAlike(week.slice(5)) ? 'weekend' : 'each';
};

/** The week in a shape: every day of a group gets the hours of its first. */
export const inShape = (week: Week, shape: WeekShape): Week => {
  const first = new Map(GROUPS[shape].flatMap((group) => group.map((day) => [day, group[0] as number])));
  return week.map((_, day) => week[first.get(day) as number]) as Week;
};

/** The week with the hours of some days replaced. */
export const withDays = (week: Week, days: readonly number[], hours: DayHours): Week =>
  week.map((before, day) => (days.includes(day) ? hours : before)) as Week;

/** What a schedule begins as: nobody has said anything, so all days are closed and holidays not known. */
export const EMPTY_SCHEDULE: Schedule = {
  week: [[], [], [], [], [], [], []],
  publicHolidays: 'unknown',
};

/** Whether hours are those of a day that never closes. */
export const isAllDay = (hours: DayHours): boolean =>
  hours.length === 1 && hours[0]?.[0] === 0 && hours[0][1] === 1440;
