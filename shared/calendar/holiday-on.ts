import type { HolidayCode, HolidayTable } from './holidays.ts';
import type { LocalDate } from './local-date.ts';
import { dayOfLocalDate } from './shanghai-time.ts';

/** What the calendar says about one day; `known` is false where the table does not cover the day's year. */
export type HolidayFacts = {
  known: boolean;
  /** The announced holiday whose day off this is. */
  holiday?: HolidayCode;
  /** A weekend day that is worked in exchange (调休). */
  workday?: true;
};

/** The announced facts of a date `2026-11-20`. An ordinary weekend is neither holiday nor workday. */
export const holidayOn = (date: LocalDate, table: HolidayTable): HolidayFacts =>
  holidayOnDay(dayOfLocalDate(date), table);

/** As `holidayOn`, for a day number (days since 1970-01-01): the form for the hot path. */
export function holidayOnDay(dayNumber: number, table: HolidayTable): HolidayFacts {
  const compiled = compiledOf(table);
  const facts = compiled.special.get(dayNumber);
  if (facts) return facts;
  for (const [first, last] of compiled.covered) if (dayNumber >= first && dayNumber <= last) return ORDINARY;
  return NOT_COVERED;
}

const ORDINARY: HolidayFacts = Object.freeze({ known: true });
const NOT_COVERED: HolidayFacts = Object.freeze({ known: false });

type CompiledTable = { special: Map<number, HolidayFacts>; covered: [first: number, last: number][] };

/** Tables are data that is replaced as a whole, never changed in place; so one compilation per table object. */
const compiledTables = new WeakMap<HolidayTable, CompiledTable>();

function compiledOf(table: HolidayTable): CompiledTable {
  const known = compiledTables.get(table);
  if (known) return known;
  const covered = table.years.map((year): [number, number] => [
    dayOfLocalDate(`${year}-01-01`),
    dayOfLocalDate(`${year}-12-31`),
  ]);
  const special = new Map<number, HolidayFacts>();
  // A day of a year that is not covered (New Year's days off may reach back) is still an announced one.
  for (const date of table.workdays)
    special.set(dayOfLocalDate(date), Object.freeze({ known: true, workday: true }));
  for (const [date, holiday] of Object.entries(table.daysOff))
    special.set(dayOfLocalDate(date), Object.freeze({ known: true, holiday }));
  const compiled = { special, covered };
  compiledTables.set(table, compiled);
  return compiled;
}
