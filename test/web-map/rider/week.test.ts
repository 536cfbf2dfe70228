import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { hoursOfDay } from '../../../shared/place/hours-of-day.ts';
import type { Schedule } from '../../../shared/place/schedule.ts';
import { hoursPhrase, noteOf } from '../../../web-map/rider/detail/week.tsx';

const NOON: [number, number][] = [[600, 840]];
const schedule = (given: Partial<Schedule> = {}): Schedule => ({
  week: [NOON, NOON, NOON, NOON, NOON, [], []],
  publicHolidays: 'closed',
  ...given,
});
const note = (date: string, given: Partial<Schedule> = {}) =>
  noteOf(hoursOfDay(schedule(given), date, ANNOUNCED_HOLIDAYS), 'zh');

/** Word joiners hold an interval together on the page; here they only disturb. */
const plain = (text: string) => text.replace(/\u2060/g, '');

describe('hoursPhrase', () => {
  it('writes breaks, nights, whole days and days off', () => {
    expect(
      plain(
        hoursPhrase(
          [
            [390, 540],
            [630, 780],
          ],
          'zh',
        ),
      ),
    ).toBe('06:30–09:00、10:30–13:00');
    expect(plain(hoursPhrase([[1320, 1560]], 'zh'))).toBe('22:00–次日 02:00');
    expect(plain(hoursPhrase([[600, 1440]], 'en'))).toBe('10:00–24:00');
    expect(hoursPhrase([[0, 1440]], 'zh')).toBe('全天');
    expect(hoursPhrase([], 'en')).toBe('Closed');
  });
});

describe('noteOf', () => {
  it('names the holiday, and says when its hours are not known', () => {
    expect(note('2026-10-01')).toBe('国庆节放假');
    expect(note('2026-10-01', { publicHolidays: 'unknown' })).toBe('国庆节，时间不清楚');
  });

  it('gives the reason of an exception before anything else', () => {
    const exceptions = [{ from: '2026-10-01', to: '2026-10-02', hours: NOON, reason: '国庆值班' }];
    expect(note('2026-10-01', { exceptions })).toBe('国庆值班');
  });

  it('says that a weekend day is worked in exchange', () => {
    const [workday] = ANNOUNCED_HOLIDAYS.workdays.filter((date) => date.startsWith('2026'));
    expect(note(workday as string)).toBe('调休上班');
  });

  it('says nothing about an ordinary day', () => {
    expect(note('2026-11-20')).toBeUndefined();
  });
});
