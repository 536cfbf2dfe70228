import { type DayRange, readDates } from './opening-hours-dates.ts';
import { refuse } from './opening-hours-refusal.ts';
import { type Token, TokenCursor } from './opening-hours-tokens.ts';
import type { DayHours, Interval } from './schedule.ts';

/** One rule of the notation, as written. */
export type HoursRule = {
  at: number;
  /** `;` replaces what earlier rules said of a day, `,` adds to it. */
  joined: ';' | ',';
  /** Ranges of days of a leap year, 0 to 365, ends included, over New Year where the first is larger. */
  seasons?: DayRange[];
  /** Ranges of day numbers since 1970-01-01, ends included. */
  dates?: DayRange[];
  /** Monday to Sunday; absent where the rule names no days and so holds every day, holidays too. */
  weekdays?: boolean[];
  /** The rule names public holidays (`24/7` does by its meaning). */
  holidays: boolean;
  /** `off` closes the day, whatever still runs from the night before. */
  hours: DayHours | 'off';
  comment?: string;
};

const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
/** Longer names that the reference evaluator takes too; it refuses `Tue` and `Thu`, so we do. */
const LONG_WEEKDAYS = [
  ['mon', 'monday'],
  ['tues', 'tuesday'],
  ['wed', 'wednesday'],
  ['thurs', 'thursday'],
  ['fri', 'friday'],
  ['sat', 'saturday'],
  ['sun', 'sunday'],
];

/** The rules of a text in the opening_hours notation; refuses what no rule of ours can hold. */
export function rulesOf(text: string): HoursRule[] {
  const cursor = new TokenCursor(text);
  const rules: HoursRule[] = [];
  let joined: ';' | ',' = ';';
  while (!cursor.isDone()) {
    // An empty rule says nothing.
    if (joined === ';' && cursor.takeMark(';')) continue;
    const isAlways = cursor.peek()?.text === '24/7';
    rules.push(readRule(cursor, joined));
    if (cursor.isDone()) break;
    const at = cursor.at();
    if (cursor.takeMark('||')) refuse('fallback', at);
    joined = cursor.takeMark(',') ? ',' : ';';
    if (joined === ';' && !cursor.takeMark(';')) cursor.stop();
    // Nothing can be added to what is always open.
    if (joined === ',' && (cursor.isDone() || isAlways)) cursor.stop();
  }
  if (rules.length === 0) refuse('empty', 0);
  return rules;
}

function readRule(cursor: TokenCursor, joined: ';' | ','): HoursRule {
  const at = cursor.at();
  if (cursor.takeMark('24/7')) return { at, joined, holidays: true, hours: [[0, 1440]] };
  const dates = readDates(cursor);
  if (dates) cursor.takeMark(':');
  const days = readDays(cursor);
  if (days) cursor.takeMark(':');
  const hours = readHours(cursor);
  const comment = cursor.peek()?.kind === 'comment' ? cursor.take() : undefined;
  return {
    at,
    joined,
    ...dates,
    ...(days && { weekdays: days.weekdays }),
    holidays: days?.holidays ?? false,
    hours,
    ...(comment && { comment: comment.text }),
  };
}

function readHours(cursor: TokenCursor): DayHours | 'off' {
  if (cursor.takeWord('off') || cursor.takeWord('closed')) return 'off';
  const hours: DayHours = [];
  const at = cursor.at();
  while (cursor.peek()?.kind === 'time') {
    hours.push(readInterval(cursor));
    if (!cursor.takeCommaBefore((next) => next.kind === 'time')) break;
  }
  if (hours.length === 0) cursor.stop('no_times');
  if (cursor.takeWord('off') || cursor.takeWord('closed')) refuse('closed_hours', at);
  // With `open`, a comment is a remark; without, the notation takes the state itself for unknown.
  const isOpen = cursor.takeWord('open');
  if (!isOpen && cursor.peek()?.kind === 'comment') refuse('comment', cursor.at());
  return hours;
}

function readInterval(cursor: TokenCursor): Interval {
  const at = cursor.at();
  const from = readMinutes(cursor);
  if (cursor.peek()?.text === '+') refuse('open_end', at);
  if (!cursor.takeMark('-')) refuse('point_in_time', at);
  if (cursor.peek()?.kind !== 'time') cursor.stop();
  const given = readMinutes(cursor);
  if (cursor.peek()?.text === '+') refuse('open_end', at);
  const to = given <= from ? given + 1440 : given;
  if (from >= 1440 || given > 2880 || to - from > 1440) refuse('bad_time', at);
  return [from, to];
}

function readMinutes(cursor: TokenCursor): number {
  const { text, at } = cursor.take();
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  if (minutes > 59 || hours > 48) refuse('bad_time', at);
  return hours * 60 + minutes;
}

function readDays(cursor: TokenCursor): { weekdays: boolean[]; holidays: boolean } | undefined {
  const weekdays = WEEKDAYS.map(() => false);
  let holidays = false;
  for (let first = true; ; first = false) {
    if (cursor.takeWord('ph')) holidays = true;
    else {
      const from = readWeekday(cursor);
      if (from === undefined) return first ? undefined : cursor.stop();
      const to = cursor.takeMark('-') ? (readWeekday(cursor) ?? cursor.stop()) : from;
      for (let day = from; ; day = (day + 1) % 7) {
        weekdays[day] = true;
        if (day === to) break;
      }
    }
    if (cursor.peek()?.text === '[') refuse('nth_weekday', cursor.at());
    if (!cursor.takeCommaBefore(namesDay)) return { weekdays, holidays };
  }
}

function readWeekday(cursor: TokenCursor): number | undefined {
  const token = cursor.peek();
  if (token?.text === 'sh') refuse('school_holidays', token.at);
  const weekday = token && weekdayOf(token);
  if (weekday !== undefined) cursor.skip();
  return weekday;
}

const namesDay = (token: Token): boolean =>
  token.text === 'ph' || token.text === 'sh' || weekdayOf(token) !== undefined;

function weekdayOf(token: Token): number | undefined {
  if (token.kind !== 'word') return undefined;
  const short = WEEKDAYS.indexOf(token.text);
  const weekday = short >= 0 ? short : LONG_WEEKDAYS.findIndex((names) => names.includes(token.text));
  return weekday >= 0 ? weekday : undefined;
}
