import { checkSchedule } from './check-schedule.ts';
import { type HoursWord, hoursWordsOf } from './chinese-hours-tokens.ts';
import { normaliseSchedule } from './normalise-schedule.ts';
import { type HoursReading, reading, refuse } from './opening-hours-refusal.ts';
import type { DayHours, HolidayPolicy, Schedule, Week } from './schedule.ts';

/** Days and the hours said of them. `isBlanket`: no weekday is named, so named ones go before it. */
type Clause = {
  at: number;
  weekdays: Set<number>;
  isBlanket: boolean;
  holidays: boolean;
  hours?: DayHours;
  said?: 'closed' | 'as_usual';
};

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/**
 * Reads opening hours as street offices type them into a table (周一至周五 9:00-17:00；周末休息, 每天 8点到20点半,
 * 24小时，全年无休, 9:00-11:30、13:30-17:00，周一闭馆). What is doubtful or cannot be held is refused with the
 * reason and the position. Holidays that are not mentioned stay `unknown`. The schedule is in canonical form.
 */
export const readChineseHours = (text: string): HoursReading => reading(() => scheduleOf(hoursWordsOf(text)));

function scheduleOf(words: HoursWord[]): Schedule {
  const first = words[0];
  if (!first) return refuse('empty', 0);
  const neverClosed = words.find(({ kind }) => kind === 'never_closed');
  const clauses = clausesOf(inPlace(words.filter((word) => word !== neverClosed)));
  if (!clauses.some(({ hours }) => hours)) refuse('no_times', first.at);
  const week = weekOf(clauses);
  const schedule = normaliseSchedule({ week, publicHolidays: policyOf(clauses, week, neverClosed) });
  if (checkSchedule(schedule).length > 0) refuse('overlaps_next_day', first.at);
  if (schedule.week.some((hours) => hours.length > 6)) refuse('too_many', first.at);
  return schedule;
}

/** Days stand before their hours. A text that has them behind, `9:00-17:00（周一至周五）`, is turned around. */
function inPlace(words: HoursWord[]): HoursWord[] {
  const last = words[words.length - 1];
  if (words[0]?.kind !== 'hours' || !last || !namesDays(last)) return words;
  const turned: HoursWord[] = [];
  let hours: HoursWord[] = [];
  let days: HoursWord[] = [];
  for (const word of words) {
    if (word.kind === 'hours') {
      if (days.length > 0) turned.push(...days, ...hours);
      hours = days.length > 0 ? [word] : [...hours, word];
      days = [];
    } else if (namesDays(word)) days.push(word);
    else refuse('unreadable', word.at);
  }
  return [...turned, ...days, ...hours];
}

const namesDays = ({ kind }: HoursWord): boolean =>
  kind === 'weekdays' || kind === 'every_day' || kind === 'holidays';

function clausesOf(words: HoursWord[]): Clause[] {
  const clauses: Clause[] = [];
  for (const word of withExceptions(words)) {
    let clause = clauses[clauses.length - 1];
    const isDone = !clause || clause.hours !== undefined || clause.said !== undefined;
    if (namesDays(word)) {
      if (!clause || isDone) {
        clause = newClause(word.at);
        clauses.push(clause);
      }
      addDays(clause, word);
    } else if (word.kind === 'hours') {
      if (!clause || clause.said) {
        clause = newClause(word.at);
        addDays(clause, { kind: 'every_day', at: word.at });
        clauses.push(clause);
      }
      clause.hours = [...(clause.hours ?? []), word.interval];
    } else {
      if (!clause || isDone) return refuse('no_days', word.at);
      clause.said = word.kind === 'as_usual' ? 'as_usual' : 'closed';
    }
  }
  const last = clauses[clauses.length - 1];
  if (last && !last.hours && !last.said) refuse('no_times', last.at);
  return clauses;
}

/**
 * Puts what is excepted in front, as closed days: of `除周一及节假日外` all that stands between, of
 * `周一至周五，节假日除外` the last named days only.
 */
function withExceptions(words: HoursWord[]): HoursWord[] {
  let rest: HoursWord[] = [];
  const excepted: HoursWord[] = [];
  for (const word of words) {
    if (word.kind !== 'except') {
      rest.push(word);
      continue;
    }
    const from = rest.map(({ kind }) => kind).lastIndexOf('except_from');
    const days = from >= 0 ? rest.slice(from + 1) : rest.slice(-1);
    if (days.length === 0 || !days.every(namesDays)) return refuse('unreadable', word.at);
    rest = rest.slice(0, from >= 0 ? from : -1);
    excepted.push(...days, { kind: 'closed', at: word.at });
  }
  const open = rest.find(({ kind }) => kind === 'except_from');
  if (open) refuse('unreadable', open.at);
  return [...excepted, ...rest];
}

function addDays(clause: Clause, word: HoursWord): void {
  if (word.kind === 'holidays') clause.holidays = true;
  if (word.kind === 'every_day') clause.isBlanket = true;
  for (const weekday of word.kind === 'weekdays' ? word.weekdays : word.kind === 'every_day' ? EVERY_DAY : [])
    clause.weekdays.add(weekday);
}

const newClause = (at: number): Clause => ({ at, weekdays: new Set(), isBlanket: false, holidays: false });

function weekOf(clauses: Clause[]): Week {
  const blankets = clauses.filter(({ isBlanket }) => isBlanket);
  const named = clauses.filter(({ isBlanket }) => !isBlanket);
  if (blankets[1]) refuse('twice', blankets[1].at);
  return EVERY_DAY.map((weekday) => {
    let hours = blankets[0]?.hours ?? [];
    let isNamed = false;
    for (const clause of named.filter(({ weekdays }) => weekdays.has(weekday))) {
      if (clause.said === 'as_usual') refuse('unreadable', clause.at);
      if (isNamed && clause.hours) refuse('twice', clause.at);
      isNamed = true;
      hours = clause.hours ?? [];
    }
    return hours;
  }) as Week;
}

function policyOf(clauses: Clause[], week: Week, neverClosed: HoursWord | undefined): HolidayPolicy {
  const about = clauses.filter(({ holidays }) => holidays);
  if (about[1]) refuse('twice', about[1].at);
  const [clause] = about;
  if (!clause && !neverClosed) return 'unknown';
  if (!clause || clause.said === 'as_usual') {
    // "As usual" is the hours of that weekday; a schedule can say so only where all weekdays are alike.
    const isUniform = week.every((hours) => JSON.stringify(hours) === JSON.stringify(week[6]));
    return isUniform ? 'same_as_sunday' : refuse('holiday_weekdays', clause?.at ?? neverClosed?.at ?? 0);
  }
  if (clause.weekdays.has(6)) return 'same_as_sunday';
  return clause.hours ? { hours: clause.hours } : 'closed';
}
