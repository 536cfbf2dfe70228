import { dayOfLocalDate, localDateOfDay } from '../../../shared/calendar/shanghai-time.ts';
import type { Schedule, ScheduleException } from '../../../shared/place/schedule.ts';

const holds = ({ from, to }: ScheduleException, date: string): boolean => from <= date && date <= to;

/** Whether an exception keeps a day closed. */
export const isClosedToday = (schedule: Schedule | undefined, date: string): boolean =>
  schedule?.exceptions?.find((exception) => holds(exception, date))?.hours.length === 0;

/** The schedule with one day closed, before any other exception; those that are over are dropped. */
export const closedToday = (schedule: Schedule, date: string, reason: string): Schedule => ({
  ...schedule,
  exceptions: [
    { from: date, to: date, hours: [], reason },
    ...(schedule.exceptions ?? []).filter(({ from, to }) => to >= date && !(from === date && to === date)),
  ].slice(0, 60),
});

/** The schedule without what keeps that day closed; of a longer closure the other days stay closed. */
export const openToday = (schedule: Schedule, date: string): Schedule => {
  const { exceptions = [], ...rest } = schedule;
  const day = dayOfLocalDate(date);
  const left = exceptions.flatMap((exception) => {
    if (!holds(exception, date) || exception.hours.length > 0) return [exception];
    return [
      { ...exception, to: localDateOfDay(day - 1) },
      { ...exception, from: localDateOfDay(day + 1) },
    ].filter(({ from, to }) => from <= to);
  });
  return left.length > 0 ? { ...rest, exceptions: left } : rest;
};
