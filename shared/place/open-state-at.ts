import { holidayOnDay } from '../calendar/holiday-on.ts';
import type { HolidayTable } from '../calendar/holidays.ts';
import {
  dayOfLocalMinute,
  localMinuteOf,
  MINUTES_PER_DAY,
  momentOfLocalMinute,
} from '../calendar/shanghai-time.ts';
import { type DecidedDay, decideDay } from './hours-of-day.ts';
import type { OpenState } from './open-state.ts';
import type { DayHours, Schedule } from './schedule.ts';

/** An open place that closes within this many minutes is closing soon. */
export const CLOSING_SOON_MINUTES = 30;
const CLOSES_WITHIN_MINUTES = 7 * MINUTES_PER_DAY;
const OPENS_WITHIN_DAYS = 14;

/**
 * Whether something with this schedule is open at `now`, and when that changes next. Opening minutes are
 * inside, closing minutes are not: 09:00–17:00 is closed again at 17:00:00. An interval belongs to the day it
 * starts on, so a night that began before a holiday or an exception still runs to its end. `closesAt` looks
 * through midnight and back-to-back intervals. No schedule is `unknown`.
 */
export function openState(schedule: Schedule | undefined, now: Date, holidays: HolidayTable): OpenState {
  const minute = localMinuteOf(now);
  const today = dayOfLocalMinute(minute);
  if (!schedule)
    return withDay(
      { status: 'unknown', holidaysKnown: true },
      { hours: [], facts: holidayOnDay(today, holidays) },
    );
  const decided = decideDay(schedule, today, holidays);
  const yesterday = decideDay(schedule, today - 1, holidays).hours;
  const end = latestEnd(today, decided.hours, yesterday, minute);
  if (end === undefined) {
    const opens = nextOpening(schedule, today, decided.hours, minute, holidays);
    return withDay(
      opens === undefined
        ? { status: 'closed', holidaysKnown: true }
        : { status: 'closed', opensAt: momentOfLocalMinute(opens).toISOString(), holidaysKnown: true },
      decided,
    );
  }
  const closes = finalEnd(schedule, end, minute + CLOSES_WITHIN_MINUTES, holidays);
  if (closes === undefined) return withDay({ status: 'open', holidaysKnown: true }, decided);
  const closesAt = momentOfLocalMinute(closes);
  const isSoon = closesAt.getTime() - now.getTime() <= CLOSING_SOON_MINUTES * 60_000;
  return withDay(
    { status: isSoon ? 'closing_soon' : 'open', closesAt: closesAt.toISOString(), holidaysKnown: true },
    decided,
  );
}

function withDay(state: OpenState, { facts, exception, guessed }: DecidedDay): OpenState {
  if (exception) state.exception = exception.reason;
  if (facts.holiday) state.holiday = facts.holiday;
  if (guessed) state.holidayHoursKnown = false;
  state.holidaysKnown = facts.known;
  return state;
}

/** The latest end of the intervals that hold a local minute, of its own day and of the day before. */
function latestEnd(day: number, hours: DayHours, hoursBefore: DayHours, minute: number): number | undefined {
  const own = endWithin(hours, minute - day * MINUTES_PER_DAY);
  const spilled = endWithin(hoursBefore, minute - (day - 1) * MINUTES_PER_DAY);
  if (own === undefined) return spilled === undefined ? undefined : (day - 1) * MINUTES_PER_DAY + spilled;
  if (spilled === undefined) return day * MINUTES_PER_DAY + own;
  return Math.max(day * MINUTES_PER_DAY + own, (day - 1) * MINUTES_PER_DAY + spilled);
}

function endWithin(hours: DayHours, minute: number): number | undefined {
  let end: number | undefined;
  for (const [from, to] of hours)
    if (minute >= from && minute < to && (end === undefined || to > end)) end = to;
  return end;
}

/** Follows intervals that take over where one ends; undefined when that goes on past `limit`. */
function finalEnd(
  schedule: Schedule,
  firstEnd: number,
  limit: number,
  holidays: HolidayTable,
): number | undefined {
  let end = firstEnd;
  while (end <= limit) {
    const day = dayOfLocalMinute(end);
    const hours = decideDay(schedule, day, holidays).hours;
    const further = latestEnd(day, hours, decideDay(schedule, day - 1, holidays).hours, end);
    if (further === undefined) return end;
    end = further;
  }
  return undefined;
}

/** The start of the next interval after a closed minute, at most two weeks ahead. */
function nextOpening(
  schedule: Schedule,
  today: number,
  hoursToday: DayHours,
  minute: number,
  holidays: HolidayTable,
): number | undefined {
  for (let ahead = 0; ahead <= OPENS_WITHIN_DAYS; ahead += 1) {
    const day = today + ahead;
    const hours = ahead === 0 ? hoursToday : decideDay(schedule, day, holidays).hours;
    for (const [from] of hours) {
      const start = day * MINUTES_PER_DAY + from;
      if (start > minute) return start <= minute + OPENS_WITHIN_DAYS * MINUTES_PER_DAY ? start : undefined;
    }
  }
  return undefined;
}
