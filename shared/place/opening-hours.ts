import { normaliseSchedule } from './normalise-schedule.ts';
import { scheduleOf } from './opening-hours-meaning.ts';
import { type HoursReading, type Refusal, reading } from './opening-hours-refusal.ts';
import { rulesOf } from './opening-hours-rules.ts';
import { textOf } from './opening-hours-text.ts';
import type { Schedule } from './schedule.ts';

/**
 * Reads opening hours in the notation of OpenStreetMap's `opening_hours` (specification: wiki.openstreetmap.org,
 * Key:opening_hours/specification), as far as a schedule can hold them: weekdays, several intervals, past
 * midnight, 24/7, `PH`, months and dates of the year, dated exceptions with their reason in quotes. What a
 * schedule cannot hold is refused with the reason and the position, never bent. Without a rule for `PH` the
 * holiday policy is `unknown`. The schedule is in canonical form.
 */
export const readOpeningHours = (text: string): HoursReading => reading(() => scheduleOf(rulesOf(text)));

/**
 * Writes a schedule in the same notation, or refuses where the notation would mean something else (a night that
 * runs into a holiday or an exception, 29 February as a border, a quotation mark in a reason). Whatever is
 * written is read back as the same canonical schedule.
 */
export function writeOpeningHours(schedule: Schedule): { text: string } | { refused: Refusal } {
  const canonical = normaliseSchedule(schedule);
  const expected = JSON.stringify(canonical);
  for (const separator of ['; ', ', '] as const) {
    const text = textOf(canonical, separator);
    const back = readOpeningHours(text);
    if ('schedule' in back && JSON.stringify(back.schedule) === expected) return { text };
  }
  return { refused: { code: 'not_expressible', at: 0 } };
}
