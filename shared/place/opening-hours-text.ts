import type { LocalDate, MonthDay } from '../calendar/local-date.ts';
import { clockTimeOfMinutes } from '../calendar/shanghai-time.ts';
import type { DayHours, Schedule, ScheduleException, Season, Week } from './schedule.ts';
import { dayOfLeapYear, longestMonth } from './year-day.ts';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A canonical schedule in the opening_hours notation, with `weekSeparator` between the rules of the week: `; ` is
 * the usual one, `, ` keeps a night that runs into a day with a rule of its own.
 */
export function textOf(schedule: Schedule, weekSeparator: '; ' | ', '): string {
  const { week, publicHolidays, seasons = [], exceptions = [] } = schedule;
  const withHolidays = publicHolidays === 'same_as_sunday';
  const isAlways = week.every((hours) => JSON.stringify(hours) === '[[0,1440]]');
  const rules = isAlways && withHolidays ? ['24/7'] : weekRules(week, withHolidays, false);
  const parts = [rules.join(weekSeparator)];
  for (const season of seasons)
    parts.push(...weekRules(season.week, withHolidays, true).map((rule) => `${rangeOf(season)} ${rule}`));
  if (publicHolidays === 'closed') parts.push('PH off');
  if (typeof publicHolidays === 'object') parts.push(`PH ${hoursText(publicHolidays.hours)}`);
  parts.push(...exceptions.map(exceptionText));
  return parts.filter((part) => part !== '').join('; ') || 'off';
}

/** One rule for each distinct set of hours; the one with Sunday last, since it may hold the holidays too. */
function weekRules(week: Week, withHolidays: boolean, isSeason: boolean): string[] {
  const groups = new Map<string, number[]>();
  week.forEach((hours, weekday) => {
    const key = JSON.stringify(hours);
    groups.set(key, [...(groups.get(key) ?? []), weekday]);
  });
  const ordered = [...groups.values()].sort(
    (left, right) => Number(left.includes(6)) - Number(right.includes(6)),
  );
  return ordered.flatMap((weekdays) => {
    const hours = week[weekdays[0] as number] as DayHours;
    const names = daysText(weekdays) + (withHolidays && weekdays.includes(6) ? ',PH' : '');
    // Closed days need no rule of their own, except over an ordinary week, or to speak for the holidays.
    if (hours.length === 0 && !isSeason && !names.endsWith('PH')) return [];
    return [`${names} ${hoursText(hours)}`];
  });
}

function daysText(weekdays: number[]): string {
  const runs: [number, number][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run && run[1] === weekday - 1) run[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  return runs
    .map(([from, to]) => (from === to ? WEEKDAYS[from] : `${WEEKDAYS[from]}-${WEEKDAYS[to]}`))
    .join(',');
}

const hoursText = (hours: DayHours): string =>
  hours.length === 0
    ? 'off'
    : hours.map(([from, to]) => `${clockTimeOfMinutes(from)}-${clockTimeOfMinutes(to)}`).join(',');

function rangeOf({ from, to }: Season): string {
  const [fromMonth, fromDay] = from.split('-').map(Number) as [number, number];
  const [toMonth, toDay] = to.split('-').map(Number) as [number, number];
  if (fromDay === 1 && toDay === longestMonth(toMonth) && (fromMonth !== toMonth || from < to)) {
    const isYear = dayOfLeapYear(from) === (dayOfLeapYear(to) + 1) % 366;
    if (!isYear || fromMonth === 1)
      return fromMonth === toMonth ? monthText(fromMonth) : `${monthText(fromMonth)}-${monthText(toMonth)}`;
  }
  return from === to ? monthDayText(from) : `${monthDayText(from)}-${monthDayText(to)}`;
}

const monthText = (month: number): string => MONTHS[month - 1] as string;
const monthDayText = (monthDay: MonthDay): string =>
  `${monthText(Number(monthDay.slice(0, 2)))} ${monthDay.slice(3)}`;
const dateText = (date: LocalDate): string => `${date.slice(0, 4)} ${monthDayText(date.slice(5))}`;

function exceptionText({ from, to, hours, reason }: ScheduleException): string {
  const range = from === to ? dateText(from) : `${dateText(from)}-${dateText(to)}`;
  // Without `open` the notation takes hours with a remark for a state that is unknown.
  return `${range} ${hoursText(hours)}${hours.length > 0 ? ' open' : ''} "${reason}"`;
}
