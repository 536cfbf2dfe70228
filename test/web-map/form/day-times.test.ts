import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from '../../../shared/place/check-schedule.ts';
import type { DayHours, Week } from '../../../shared/place/schedule.ts';
import {
  canAdd,
  canBreak,
  closingTimes,
  openingTimes,
  usualHours,
  withAdded,
  withBreak,
  withOpening,
} from '../../../web-map/form/hours/day-times.ts';

/** What is wrong with the hours of one day. */
const problemsOf = (hours: DayHours) =>
  checkSchedule({ week: [hours, [], [], [], [], [], []] as Week, publicHolidays: 'closed' });

describe('editing the hours of a day', () => {
  it('offers every quarter of an hour, to 24 hours later, and what lies between', () => {
    expect(openingTimes(545).slice(35, 39)).toEqual([525, 540, 545, 555]);
    const closing = closingTimes(1320, 1560);
    expect(closing[0]).toBe(1335);
    expect(closing.at(-1)).toBe(1320 + 1440);
  });

  it('makes a lunch break of one long interval, and intervals after it that are in order', () => {
    expect(canBreak(usualHours())).toBe(true);
    expect(withBreak(usualHours())).toEqual([
      [540, 840],
      [1020, 1260],
    ]);
    expect(canBreak([[540, 720]])).toBe(false);
  });

  it('never makes hours that cannot be meant, whatever is added or moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 1440 }),
        fc.integer({ min: 0, max: 1439 }),
        (from, length, moved) => {
          const hours: DayHours = [[from, from + length]];
          expect(problemsOf(withOpening(hours, 0, moved))).toEqual([]);
          if (canAdd(hours)) expect(problemsOf(withAdded(hours))).toEqual([]);
        },
      ),
    );
  });
});
