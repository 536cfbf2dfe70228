import { localDateOfDay } from '../calendar/shanghai-time.ts';
import { checkSchedule } from './check-schedule.ts';
import { normaliseDay, normaliseSchedule, weeksOfYear } from './normalise-schedule.ts';
import { checkOvernightRules } from './opening-hours-overnight.ts';
import { refuse } from './opening-hours-refusal.ts';
import type { HoursRule } from './opening-hours-rules.ts';
import type { DayHours, HolidayPolicy, Schedule, ScheduleException, Season, Week } from './schedule.ts';

const MOST_INTERVALS = 6;
const MOST_SEASONS = 6;
const MOST_EXCEPTIONS = 60;

/** The schedule that rules mean, in canonical form; refuses what a schedule cannot hold. */
export function scheduleOf(rules: HoursRule[]): Schedule {
  checkOrder(rules);
  checkOvernightRules(rules);
  const yearly = rules.filter((rule) => !rule.dates);
  const { week, seasons, years } = readYear(yearly);
  const exceptions = rules
    .filter((rule) => rule.dates)
    .flatMap(exceptionsOf)
    .reverse();
  const schedule = normaliseSchedule({
    week,
    publicHolidays: readPolicy(yearly, years),
    ...(seasons.length > 0 && { seasons }),
    ...(exceptions.length > 0 && { exceptions }),
  });
  checkLimits(schedule);
  if (checkSchedule(schedule).length > 0) refuse('overlaps_next_day', rules[0]?.at ?? 0);
  return schedule;
}

function checkOrder(rules: HoursRule[]): void {
  rules.forEach((rule, index) => {
    const before = rules[index - 1];
    if (index > 0 && !rule.weekdays && !rule.seasons && !rule.dates) refuse('no_days', rule.at);
    if (rule.dates) {
      if (rule.weekdays) refuse('exception_weekdays', rule.at);
      if (rule.joined === ',') refuse('exception_added', rule.at);
      if (!rule.comment) refuse('exception_reason', rule.at);
      return;
    }
    if (rule.comment !== undefined) refuse('comment', rule.at);
    if (before?.dates) refuse('exception_order', rule.at);
    if (rule.joined === ',' && before?.seasons && !rule.seasons) refuse('season_added', rule.at);
  });
}

/** A part of the year (its first day and the one after its last) with the hours of its weekdays and holidays. */
type PartOfYear = { first: number; end: number; week: Week; holidayWeek: Week };

function readYear(rules: HoursRule[]): { week: Week; seasons: Season[]; years: PartOfYear[] } {
  const borders = new Set([0]);
  for (const { seasons } of rules)
    for (const [first, last] of seasons ?? []) borders.add(first).add((last + 1) % 366);
  const firsts = [...borders].sort((left, right) => left - right);
  const years = firsts.map(
    (first, index): PartOfYear => ({
      first,
      end: firsts[index + 1] ?? 366,
      week: weekOf(rules, first, false),
      holidayWeek: weekOf(rules, first, true),
    }),
  );
  if (years.length === 1) return { week: (years[0] as PartOfYear).week, seasons: [], years };
  const weekOfDay = years.flatMap(({ first, end, week }) => new Array<Week>(end - first).fill(week));
  const undated = rules.filter((rule) => !rule.seasons);
  return { ...weeksOfYear(weekOf(undated, 0, false), weekOfDay), years };
}

const weekOf = (rules: HoursRule[], day: number, isHoliday: boolean): Week =>
  Array.from({ length: 7 }, (_, weekday) => hoursOf(rules, day, weekday, isHoliday)) as Week;

/** The notation's own semantics: each rule that holds the day replaces, adds to, or closes what came before. */
function hoursOf(rules: HoursRule[], day: number, weekday: number, isHoliday: boolean): DayHours {
  let hours: DayHours = [];
  for (const rule of rules) {
    if (rule.seasons && !rule.seasons.some(([first, last]) => holds(first, last, day))) continue;
    if (rule.weekdays && !rule.weekdays[weekday] && !(isHoliday && rule.holidays)) continue;
    if (rule.hours === 'off') hours = [];
    else hours = rule.joined === ',' ? [...hours, ...rule.hours] : rule.hours;
  }
  return normaliseDay(hours);
}

const holds = (first: number, last: number, day: number): boolean =>
  first <= last ? day >= first && day <= last : day >= first || day <= last;

/**
 * What the rules say about holidays. Rules that never name them leave it unknown: the week's hours are then an
 * assumption. Sunday and holidays named together mean "same as Sunday", which may follow the seasons; anything
 * else must be one set of hours for every holiday of the year.
 */
function readPolicy(rules: HoursRule[], years: PartOfYear[]): HolidayPolicy {
  const naming = rules.filter((rule) => rule.holidays);
  if (naming.length === 0) return 'unknown';
  const isUniform = years.every(({ holidayWeek }) =>
    holidayWeek.every((hours) => same(hours, holidayWeek[0])),
  );
  const at = naming[0]?.at ?? 0;
  if (!isUniform) refuse('holiday_weekdays', at);
  const withSunday = naming.some((rule) => !rule.weekdays || rule.weekdays[6]);
  if (withSunday && years.every(({ week, holidayWeek }) => same(week[6], holidayWeek[6])))
    return 'same_as_sunday';
  const hours = years[0]?.holidayWeek[0] as DayHours;
  if (!years.every(({ holidayWeek }) => same(holidayWeek[0], hours))) refuse('holiday_weekdays', at);
  return hours.length === 0 ? 'closed' : { hours };
}

const same = (left: DayHours, right: DayHours): boolean => JSON.stringify(left) === JSON.stringify(right);

const exceptionsOf = (rule: HoursRule): ScheduleException[] =>
  (rule.dates ?? []).map(([first, last]) => ({
    from: localDateOfDay(first),
    to: localDateOfDay(last),
    hours: rule.hours === 'off' ? [] : rule.hours,
    reason: rule.comment ?? '',
  }));

function checkLimits(schedule: Schedule): void {
  const { week, publicHolidays, seasons = [], exceptions = [] } = schedule;
  const days = [
    ...week,
    ...seasons.flatMap((season) => season.week),
    ...exceptions.map(({ hours }) => hours),
    ...(typeof publicHolidays === 'object' ? [publicHolidays.hours] : []),
  ];
  if (days.some((hours) => hours.length > MOST_INTERVALS)) refuse('too_many', 0);
  if (seasons.length > MOST_SEASONS || exceptions.length > MOST_EXCEPTIONS) refuse('too_many', 0);
  if (exceptions.some(({ reason }) => reason.length > 100)) refuse('too_long', 0);
}
