import { dayOfLocalDate, localDateOfDay, momentOfLocalDate } from '../../shared/calendar/shanghai-time.ts';
import { openState } from '../../shared/place/open-state-at.ts';
import type { Schedule } from '../../shared/place/schedule.ts';
import { Oracle, oracleHolidays } from './opening-hours-oracle.ts';

const holidays = oracleHolidays();

/**
 * The moments at which a schedule and the reference evaluation of its text disagree, over some days: at every
 * change that the reference sees, one minute before it, and at `minutes` of the caller's choice (after the
 * first day's midnight). None means they agree.
 */
export function compareWithOracle(
  text: string,
  schedule: Schedule,
  firstDate: string,
  days: number,
  minutes: number[] = [],
): string[] {
  const intervals = new Oracle(text).openIntervals(firstDate, days);
  const borders = intervals.flat().flatMap((minute) => [minute - 1, minute]);
  const last = days * 1440;
  return [...borders, ...minutes]
    .filter((minute) => minute >= 0 && minute < last)
    .filter((minute) => isOpen(schedule, firstDate, minute) !== holdsMinute(intervals, minute))
    .map(
      (minute) =>
        `${localDateOfDay(dayOfLocalDate(firstDate) + Math.floor(minute / 1440))} +${minute % 1440}`,
    );
}

function isOpen(schedule: Schedule, firstDate: string, minute: number): boolean {
  const { status } = openState(schedule, momentOfLocalDate(firstDate, minute), holidays);
  return status === 'open' || status === 'closing_soon';
}

/** Binary search among sorted, separate intervals. */
function holdsMinute(intervals: [number, number][], minute: number): boolean {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle] as [number, number])[1] <= minute) low = middle + 1;
    else high = middle;
  }
  const interval = intervals[low];
  return interval !== undefined && interval[0] <= minute;
}
