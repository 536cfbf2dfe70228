import { dayOfLocalDate, localDateOfDay } from '../calendar/shanghai-time.ts';
import { refuse } from './opening-hours-refusal.ts';
import type { Token, TokenCursor } from './opening-hours-tokens.ts';
import { dayOfLeapYear, longestMonth } from './year-day.ts';

/** A range of days, ends included. */
export type DayRange = [first: number, last: number];

/** The days a rule holds: every year (days of a leap year, 0 to 365), or dated (days since 1970-01-01). */
export type RuleDates = { seasons: DayRange[] } | { dates: DayRange[] };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads `Jun-Aug`, `Apr 01-Oct 15`, `Dec 25`, `2026 Feb 17-20`, `2026 Dec 30-2027 Jan 02`, and lists of them;
 * undefined where none of these stands.
 */
export function readDates(cursor: TokenCursor): RuleDates | undefined {
  const seasons: DayRange[] = [];
  const dates: DayRange[] = [];
  const first = cursor.peek();
  if (!first || !startsDate(first)) return undefined;
  do {
    const at = cursor.at();
    const range = readRange(cursor);
    (range.dated ? dates : seasons).push(range.days);
    if (dates.length > 0 && seasons.length > 0) refuse('bad_date', at);
  } while (cursor.takeCommaBefore(startsDate));
  return dates.length > 0 ? { dates } : { seasons };
}

const startsDate = (token: Token): boolean => token.kind === 'number' || monthOf(token) !== undefined;

function readRange(cursor: TokenCursor): { dated: boolean; days: DayRange } {
  const at = cursor.at();
  const year = readYear(cursor);
  const month = readMonth(cursor);
  const day = readDayOfMonth(cursor);
  let untilYear = year;
  let untilMonth = month;
  let untilDay = day;
  if (cursor.takeMark('-')) {
    if (day === undefined) untilMonth = readMonth(cursor);
    else {
      const isDay = cursor.peek()?.kind === 'number' && (cursor.peek()?.text.length ?? 0) <= 2;
      if (!isDay) {
        // The notation has no `2026 Feb 17-Feb 20`: both ends name their year, or neither.
        if (year !== undefined) untilYear = readYear(cursor) ?? cursor.stop();
        untilMonth = readMonth(cursor);
      }
      untilDay = readDayOfMonth(cursor) ?? cursor.stop();
    }
  }
  const lastDay = untilDay ?? longestMonth(untilMonth);
  if ((day ?? 1) > longestMonth(month) || lastDay > longestMonth(untilMonth)) refuse('bad_date', at);
  if (year === undefined || untilYear === undefined) {
    if ((month === 2 && day === 29) || (untilMonth === 2 && untilDay === 29)) refuse('leap_day', at);
    return { dated: false, days: [leapDay(month, day ?? 1), leapDay(untilMonth, lastDay)] };
  }
  const first = dayNumber(year, month, day ?? 1, at);
  const isWholeMonth = untilDay === undefined && untilMonth === 2;
  const last = isWholeMonth
    ? dayNumber(untilYear, 3, 1, at) - 1
    : dayNumber(untilYear, untilMonth, lastDay, at);
  if (last < first) refuse('bad_date', at);
  return { dated: true, days: [first, last] };
}

function readYear(cursor: TokenCursor): number | undefined {
  const token = cursor.peek();
  if (token?.kind !== 'number') return undefined;
  if (!/^2\d{3}$/.test(token.text)) cursor.stop();
  cursor.skip();
  const next = cursor.peek();
  if (!next || monthOf(next) === undefined)
    refuse(next?.text === 'easter' ? 'movable_date' : 'whole_year', token.at);
  return Number(token.text);
}

function readMonth(cursor: TokenCursor): number {
  const token = cursor.peek();
  const month = token && monthOf(token);
  if (month === undefined) return cursor.stop();
  cursor.skip();
  return month;
}

function readDayOfMonth(cursor: TokenCursor): number | undefined {
  const token = cursor.peek();
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  cursor.skip();
  const day = Number(token.text);
  return day >= 1 ? day : refuse('bad_date', token.at);
}

function monthOf(token: Token): number | undefined {
  const index = token.kind === 'word' ? MONTHS.indexOf(token.text) : -1;
  return index >= 0 ? index + 1 : undefined;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const leapDay = (month: number, day: number): number =>
  dayOfLeapYear(`${twoDigits(month)}-${twoDigits(day)}`);

function dayNumber(year: number, month: number, day: number, at: number): number {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const number = dayOfLocalDate(date);
  return Number.isNaN(number) || localDateOfDay(number) !== date ? refuse('bad_date', at) : number;
}
