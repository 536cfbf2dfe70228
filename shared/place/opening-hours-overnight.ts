import { civilOfDay } from '../calendar/shanghai-time.ts';
import type { DayRange } from './opening-hours-dates.ts';
import { refuse } from './opening-hours-refusal.ts';
import type { HoursRule } from './opening-hours-rules.ts';
import { dayOfLeapYear } from './year-day.ts';

/**
 * Refuses hours past midnight that a later rule touches. In the notation a rule that replaces or closes a day
 * also cuts what still runs from the evening before, and does not stop the night of an evening it replaced; in a
 * schedule a night belongs to the day it starts on. The two readings part on just these texts, so none is taken.
 */
export function checkOvernightRules(rules: HoursRule[]): void {
  rules.forEach((rule, index) => {
    if (rule.hours === 'off' || !rule.hours.some(([, to]) => to > 1440)) return;
    for (const later of rules.slice(index + 1)) {
      const replaces = later.joined === ';' || later.hours === 'off';
      if (replaces && weekdaysMeet(rule, later) && datesMeet(rule, later)) refuse('overnight_cut', later.at);
    }
  });
}

/** Whether a day of the rule, or the day after one, can be a day of the later rule. A holiday can be any weekday. */
function weekdaysMeet(rule: HoursRule, later: HoursRule): boolean {
  if (!rule.weekdays || !later.weekdays || rule.holidays || later.holidays) return true;
  return rule.weekdays.some((is, day) => is && (later.weekdays?.[day] || later.weekdays?.[(day + 1) % 7]));
}

function datesMeet(rule: HoursRule, later: HoursRule): boolean {
  if (rule.dates && later.dates) {
    const others = later.dates;
    return rule.dates.some(([first, last]) =>
      others.some((other) => first <= other[1] && other[0] <= last + 1),
    );
  }
  const days = daysOfYear(rule);
  const others = daysOfYear(later);
  if (!days || !others) return true;
  // 29 February may be missing, so the day after the 28th is either of two.
  return days.some((is, day) => is && [0, 1, 2].some((ahead) => others[(day + ahead) % 366]));
}

function daysOfYear(rule: HoursRule): boolean[] | undefined {
  const ranges = rule.seasons ?? rule.dates?.map(yearlyRange);
  if (!ranges) return undefined;
  const days = new Array<boolean>(366).fill(false);
  for (const [first, last] of ranges)
    for (let ahead = 0; ahead <= (last - first + 366) % 366; ahead += 1) days[(first + ahead) % 366] = true;
  return days;
}

function yearlyRange([first, last]: DayRange): DayRange {
  return last - first >= 365 ? [0, 365] : [dayOfYear(first), dayOfYear(last)];
}

function dayOfYear(dayNumber: number): number {
  const { month, day } = civilOfDay(dayNumber);
  return dayOfLeapYear(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
