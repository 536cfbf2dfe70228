import type { DayHours, Interval } from '../../../shared/place/schedule.ts';

const DAY = 1440;
const QUARTER = 15;

/** What a day starts with when it is set open, and how long an added interval is. */
const USUAL: Interval = [9 * 60, 21 * 60];
const ADDED_MINUTES = 3 * 60;
/** What a lunch break leaves out. */
const BREAK: Interval = [14 * 60, 17 * 60];

/** The hours of a day that has just been set open. */
export const usualHours = (): DayHours => [USUAL];

/** Moments at which something can open: every quarter of an hour, and `kept`, which may lie between. */
export const openingTimes = (kept: number): number[] => steps(0, DAY - QUARTER, kept);

/** Moments at which what opened at `from` can close, up to 24 hours later; past 1440 is the next day. */
export const closingTimes = (from: number, kept: number): number[] => steps(from + QUARTER, from + DAY, kept);

const steps = (first: number, last: number, kept: number): number[] => {
  const start = Math.ceil(first / QUARTER) * QUARTER;
  const times = Array.from(
    { length: Math.floor((last - start) / QUARTER) + 1 },
    (_, index) => start + index * QUARTER,
  );
  return times.includes(kept) ? times : [...times, kept].sort((left, right) => left - right);
};

/** The hours with another opening of one interval; its length is kept where its end would not fit any more. */
export const withOpening = (hours: DayHours, index: number, from: number): DayHours =>
  hours.map((interval, at) => {
    if (at !== index) return interval;
    const [before, to] = interval;
    return to > from && to - from <= DAY ? [from, to] : [from, from + (to - before)];
  });

/** The hours with another closing of one interval. */
export const withClosing = (hours: DayHours, index: number, to: number): DayHours =>
  hours.map((interval, at) => (at === index ? [interval[0], to] : interval));

/** Whether another interval fits behind the last one. */
export const canAdd = (hours: DayHours): boolean => {
  const last = hours[hours.length - 1];
  return hours.length < 6 && last !== undefined && last[1] <= DAY - 2 * QUARTER;
};

/** The hours with an interval more, an hour after the last one. */
export const withAdded = (hours: DayHours): DayHours => {
  const last = hours[hours.length - 1];
  if (!last) return usualHours();
  const from = Math.min(DAY - QUARTER, Math.ceil((last[1] + 60) / QUARTER) * QUARTER);
  const start = Math.max(from <= last[1] ? last[1] : from, last[1]);
  return [...hours, [start, Math.min(Math.max(start + QUARTER, DAY), start + ADDED_MINUTES)]];
};

/** Whether one long interval can be split by a lunch break. */
export const canBreak = (hours: DayHours): boolean => {
  const only = hours[0];
  return hours.length === 1 && only !== undefined && only[0] < BREAK[0] && only[1] > BREAK[1];
};

/** One long interval as two, with a break in the afternoon. */
export const withBreak = (hours: DayHours): DayHours => {
  const only = hours[0] as Interval;
  return [
    [only[0], BREAK[0]],
    [BREAK[1], only[1]],
  ];
};

/** The hours without one interval. */
export const withoutInterval = (hours: DayHours, index: number): DayHours =>
  hours.filter((_, at) => at !== index);
