import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../shared/place/schedule.ts';
import { closedToday, isClosedToday, openToday } from '../../../web-map/merchant/place/today-closed.ts';

const TODAY = '2026-11-20';
const week = Array.from({ length: 7 }, () => [[540, 1260]]) as unknown as Schedule['week'];
const usual: Schedule = { week, publicHolidays: 'closed' };

describe('closing for today', () => {
  it('closes one day, and opening brings the schedule back as it was', () => {
    const closed = closedToday(usual, TODAY, '今日休息');
    expect(isClosedToday(closed, TODAY)).toBe(true);
    expect(isClosedToday(closed, '2026-11-21')).toBe(false);
    expect(openToday(closed, TODAY)).toEqual(usual);
  });

  it('goes before an exception that holds the same day', () => {
    const special: Schedule = {
      ...usual,
      exceptions: [{ from: '2026-11-19', to: '2026-11-22', hours: [[600, 720]], reason: '盘点' }],
    };
    expect(isClosedToday(special, TODAY)).toBe(false);
    const closed = closedToday(special, TODAY, '今日休息');
    expect(isClosedToday(closed, TODAY)).toBe(true);
    expect(openToday(closed, TODAY)).toEqual(special);
  });

  it('opens one day in the middle of a longer closure and leaves the others closed', () => {
    const closed: Schedule = {
      ...usual,
      exceptions: [{ from: '2026-11-18', to: '2026-11-22', hours: [], reason: '装修' }],
    };
    expect(openToday(closed, TODAY).exceptions).toEqual([
      { from: '2026-11-18', to: '2026-11-19', hours: [], reason: '装修' },
      { from: '2026-11-21', to: '2026-11-22', hours: [], reason: '装修' },
    ]);
  });

  it('forgets exceptions that are over', () => {
    const old: Schedule = {
      ...usual,
      exceptions: [{ from: '2026-01-01', to: '2026-01-02', hours: [], reason: '元旦' }],
    };
    expect(closedToday(old, TODAY, '今日休息').exceptions).toHaveLength(1);
  });
});
