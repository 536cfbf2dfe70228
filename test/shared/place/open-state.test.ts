import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { holidayOn } from '../../../shared/calendar/holiday-on.ts';
import { localDateOf, minuteOfDay, weekdayOf } from '../../../shared/calendar/shanghai-time.ts';
import { DayOfHours } from '../../../shared/place/day-of-hours.ts';
import { hoursOfDays } from '../../../shared/place/hours-of-day.ts';
import { OpenState } from '../../../shared/place/open-state.ts';
import { openState } from '../../../shared/place/open-state-at.ts';
import type { DayHours, Schedule, Week } from '../../../shared/place/schedule.ts';
import { STEP, schedules } from '../../support/schedules.ts';

const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);
const utc = (text: string): string => shanghai(text).toISOString();
const everyDay = (hours: DayHours): Week => [hours, hours, hours, hours, hours, hours, hours];
const at = (schedule: Schedule | undefined, text: string) =>
  openState(schedule, shanghai(text), ANNOUNCED_HOLIDAYS);

const office: Schedule = {
  week: [
    [
      [540, 690],
      [810, 1020],
    ],
    [
      [540, 690],
      [810, 1020],
    ],
    [
      [540, 690],
      [810, 1020],
    ],
    [
      [540, 690],
      [810, 1020],
    ],
    [
      [540, 690],
      [810, 1020],
    ],
    [],
    [],
  ],
  publicHolidays: 'closed',
};
const bar: Schedule = { week: everyDay([[1320, 1560]]), publicHolidays: 'closed' };
const always: Schedule = { week: everyDay([[0, 1440]]), publicHolidays: 'same_as_sunday' };

describe('open state', () => {
  it('is open in the morning, closed over lunch, open again after it', () => {
    expect(at(office, '2026-11-20 10:00')).toEqual({
      status: 'open',
      closesAt: utc('2026-11-20 11:30'),
      holidaysKnown: true,
    });
    expect(at(office, '2026-11-20 12:00')).toEqual({
      status: 'closed',
      opensAt: utc('2026-11-20 13:30'),
      holidaysKnown: true,
    });
    expect(at(office, '2026-11-20 13:30')).toMatchObject({ status: 'open' });
  });

  it('counts the opening minute in and the closing minute out', () => {
    expect(at(office, '2026-11-20 08:59:59')).toMatchObject({
      status: 'closed',
      opensAt: utc('2026-11-20 09:00'),
    });
    expect(at(office, '2026-11-20 09:00:00')).toMatchObject({ status: 'open' });
    expect(at(office, '2026-11-20 16:59:59.999')).toMatchObject({ status: 'closing_soon' });
    expect(at(office, '2026-11-20 17:00:00')).toMatchObject({
      status: 'closed',
      opensAt: utc('2026-11-23 09:00'),
    });
  });

  it('is closing soon from exactly 30 minutes before the end', () => {
    expect(at(office, '2026-11-20 16:29:59.999')).toMatchObject({ status: 'open' });
    expect(at(office, '2026-11-20 16:30:00')).toMatchObject({
      status: 'closing_soon',
      closesAt: utc('2026-11-20 17:00'),
    });
  });

  it('never closes when it is open around the clock', () => {
    expect(at(always, '2026-11-20 23:45')).toEqual({ status: 'open', holidaysKnown: true });
  });

  it('looks through midnight and back-to-back intervals for the closing time', () => {
    const week: Week = [
      [
        [600, 720],
        [720, 1440],
      ],
      [[0, 120]],
      [],
      [],
      [],
      [],
      [],
    ];
    const schedule: Schedule = { week, publicHolidays: 'unknown' };
    expect(at(schedule, '2026-11-16 11:50')).toMatchObject({
      status: 'open',
      closesAt: utc('2026-11-17 02:00'),
    });
  });

  it('gives no closing time beyond a week and no opening time beyond two weeks', () => {
    const closesIn = (to: string): Schedule => ({
      ...always,
      exceptions: [{ from: to, to, hours: [], reason: '停电检修' }],
    });
    expect(at(closesIn('2026-11-27'), '2026-11-20 00:00')).toMatchObject({
      closesAt: utc('2026-11-27 00:00'),
    });
    expect(at(closesIn('2026-11-28'), '2026-11-20 00:00')).toEqual({ status: 'open', holidaysKnown: true });
    const opensOn = (date: string): Schedule => ({
      week: everyDay([]),
      publicHolidays: 'unknown',
      exceptions: [{ from: date, to: date, hours: [[600, 720]], reason: '义诊' }],
    });
    expect(at(opensOn('2026-12-04'), '2026-11-20 10:00')).toMatchObject({ opensAt: utc('2026-12-04 10:00') });
    expect(at(opensOn('2026-12-04'), '2026-11-20 09:59')).toEqual({ status: 'closed', holidaysKnown: true });
  });

  it('is closed without an opening time when it never opens, and unknown without a schedule', () => {
    expect(at({ week: everyDay([]), publicHolidays: 'unknown' }, '2026-11-20 10:00')).toEqual({
      status: 'closed',
      holidaysKnown: true,
    });
    expect(at(undefined, '2026-10-01 10:00')).toEqual({
      status: 'unknown',
      holiday: 'national_day',
      holidaysKnown: true,
    });
    expect(at(undefined, '2027-10-01 10:00')).toEqual({ status: 'unknown', holidaysKnown: false });
  });

  it('keeps a night that began on a holiday eve, and starts none on the holiday', () => {
    expect(at(bar, '2026-09-30 23:59')).toEqual({
      status: 'open',
      closesAt: utc('2026-10-01 02:00'),
      holidaysKnown: true,
    });
    expect(at(bar, '2026-10-01 00:30')).toMatchObject({ status: 'open', holiday: 'national_day' });
    expect(at(bar, '2026-10-01 23:59')).toMatchObject({ status: 'closed', opensAt: utc('2026-10-08 22:00') });
  });

  it('keeps a night that runs into an exception', () => {
    const schedule: Schedule = {
      ...bar,
      exceptions: [{ from: '2026-11-21', to: '2026-11-21', hours: [], reason: '店庆' }],
    };
    expect(at(schedule, '2026-11-21 01:00')).toMatchObject({
      status: 'open',
      closesAt: utc('2026-11-21 02:00'),
      exception: '店庆',
    });
    expect(at(schedule, '2026-11-21 22:30')).toMatchObject({
      status: 'closed',
      opensAt: utc('2026-11-22 22:00'),
    });
  });

  it('adds an exception’s own hours to the night before it', () => {
    const exceptions = [
      { from: '2026-11-21', to: '2026-11-21', hours: [[60, 300]] as DayHours, reason: '球赛' },
    ];
    expect(at({ ...bar, exceptions }, '2026-11-21 00:30')).toMatchObject({
      status: 'open',
      closesAt: utc('2026-11-21 05:00'),
    });
  });

  it('lets the exception win over the holiday, the holiday over the season, the season over the week', () => {
    const season: Week = everyDay([[480, 1200]]);
    const schedule: Schedule = {
      week: everyDay([[540, 1020]]),
      publicHolidays: { hours: [[600, 960]] },
      seasons: [{ from: '10-01', to: '10-31', week: season }],
      exceptions: [{ from: '2026-10-02', to: '2026-10-02', hours: [[720, 780]], reason: '盘点' }],
    };
    const closing = (date: string) => at(schedule, `${date} 12:30`).closesAt;
    expect(closing('2026-10-02')).toBe(utc('2026-10-02 13:00'));
    expect(closing('2026-10-03')).toBe(utc('2026-10-03 16:00'));
    expect(closing('2026-10-20')).toBe(utc('2026-10-20 20:00'));
    expect(closing('2026-11-20')).toBe(utc('2026-11-20 17:00'));
    expect(at(schedule, '2026-10-02 12:30')).toMatchObject({ exception: '盘点', holiday: 'national_day' });
  });

  it('takes the first of two seasons or exceptions that hold a day', () => {
    const seasons = [
      { from: '11-20', to: '11-20', week: everyDay([[0, 60]]) },
      { from: '11-01', to: '11-30', week: everyDay([[0, 120]]) },
    ];
    const schedule: Schedule = { week: everyDay([]), publicHolidays: 'unknown', seasons };
    expect(at(schedule, '2026-11-20 00:10').closesAt).toBe(utc('2026-11-20 01:00'));
    expect(at(schedule, '2026-11-21 00:10').closesAt).toBe(utc('2026-11-21 02:00'));
  });

  it('wraps a season over New Year, both ends included', () => {
    const seasons = [{ from: '12-15', to: '02-15', week: everyDay([[600, 900]]) }];
    const schedule: Schedule = { week: everyDay([[540, 1020]]), publicHolidays: 'unknown', seasons };
    const closing = (date: string) => at(schedule, `${date} 12:00`).closesAt;
    expect(closing('2026-12-14')).toBe(utc('2026-12-14 17:00'));
    expect(closing('2026-12-15')).toBe(utc('2026-12-15 15:00'));
    expect(closing('2026-01-05')).toBe(utc('2026-01-05 15:00'));
    expect(closing('2026-02-15')).toBe(utc('2026-02-15 15:00'));
    expect(closing('2026-02-16')).toBe(utc('2026-02-16 17:00'));
  });

  it('uses the Sunday of the season on a holiday that is same as Sunday', () => {
    const seasons = [
      { from: '10-01', to: '10-31', week: [...everyDay([[540, 1020]]).slice(0, 6), [[600, 720]]] as Week },
    ];
    const schedule: Schedule = { week: everyDay([[540, 1080]]), publicHolidays: 'same_as_sunday', seasons };
    expect(at(schedule, '2026-10-01 11:00').closesAt).toBe(utc('2026-10-01 12:00'));
  });

  it('keeps the week’s hours on an ordinary weekend and on a weekend day worked in exchange', () => {
    expect(at(office, '2026-11-21 10:00')).toEqual({
      status: 'closed',
      opensAt: utc('2026-11-23 09:00'),
      holidaysKnown: true,
    });
    expect(at(office, '2026-10-10 10:00')).toMatchObject({ status: 'closed' });
  });

  it('marks the hours of a holiday without a policy as not known', () => {
    const schedule: Schedule = { ...office, publicHolidays: 'unknown' };
    expect(at(schedule, '2026-10-01 10:00')).toMatchObject({
      status: 'open',
      holiday: 'national_day',
      holidayHoursKnown: false,
    });
    expect(at(schedule, '2026-10-08 10:00')).toEqual({
      status: 'open',
      closesAt: utc('2026-10-08 11:30'),
      holidaysKnown: true,
    });
  });

  it('says that holidays are not known outside the announced years, and uses the week', () => {
    expect(at(office, '2027-10-01 10:00')).toEqual({
      status: 'open',
      closesAt: utc('2027-10-01 11:30'),
      holidaysKnown: false,
    });
    expect(at(office, '2026-12-31 23:59')).toMatchObject({
      holidaysKnown: true,
      opensAt: utc('2027-01-01 09:00'),
    });
  });

  it('agrees with a walk through the quarters of an hour, for any valid schedule', () => {
    fc.assert(
      fc.property(schedules(), fc.integer({ min: 0, max: (900 * 1440) / STEP }), (schedule, steps) => {
        const now = new Date(shanghai('2025-01-01 00:00').getTime() + steps * STEP * 60_000);
        const state = openState(schedule, now, ANNOUNCED_HOLIDAYS);
        expect(OpenState.parse(state)).toEqual(state);
        const open = isOpenByHand(schedule, now);
        expect(state.status === 'open' || state.status === 'closing_soon').toBe(open);
        const change = nextChangeByHand(schedule, now, open ? 7 : 14);
        expect(open ? state.closesAt : state.opensAt).toBe(change);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hours of the next days', () => {
  it('name the holiday, the exception and the weekend day worked in exchange', () => {
    const schedule: Schedule = {
      ...office,
      exceptions: [{ from: '2026-10-09', to: '2026-10-09', hours: [], reason: '检修' }],
    };
    const days = hoursOfDays(schedule, '2026-10-07', 7, ANNOUNCED_HOLIDAYS);
    expect(days.map(({ date }) => date)).toEqual(
      ['07', '08', '09', '10', '11', '12', '13'].map((day) => `2026-10-${day}`),
    );
    expect(days[0]).toEqual({
      date: '2026-10-07',
      weekday: 2,
      hours: [],
      holiday: 'national_day',
      holidaysKnown: true,
    });
    expect(days[2]).toEqual({
      date: '2026-10-09',
      weekday: 4,
      hours: [],
      exception: '检修',
      holidaysKnown: true,
    });
    expect(days[3]).toEqual({
      date: '2026-10-10',
      weekday: 5,
      hours: [],
      workday: true,
      holidaysKnown: true,
    });
    expect(days[6]?.hours).toEqual([
      [540, 690],
      [810, 1020],
    ]);
    expect(days.map((day) => DayOfHours.parse(day))).toEqual(days);
  });

  it('say when they are a guess and when the year is not announced', () => {
    const [last, first] = hoursOfDays(
      { ...office, publicHolidays: 'unknown' },
      '2026-12-31',
      2,
      ANNOUNCED_HOLIDAYS,
    );
    expect([last?.holidaysKnown, first?.holidaysKnown]).toEqual([true, false]);
    const [holiday] = hoursOfDays(
      { ...office, publicHolidays: 'unknown' },
      '2026-10-01',
      1,
      ANNOUNCED_HOLIDAYS,
    );
    expect(holiday).toMatchObject({ holiday: 'national_day', holidayHoursKnown: false });
  });
});

/** The rules of DOMAIN's schedule once more, slowly and on strings: today's hours, or yesterday's past midnight. */
function isOpenByHand(schedule: Schedule, moment: Date): boolean {
  const minute = minuteOfDay(moment);
  const dayBefore = new Date(moment.getTime() - 86_400_000);
  return (
    hoursByHand(schedule, moment).some(([from, to]) => minute >= from && minute < to) ||
    hoursByHand(schedule, dayBefore).some(([, to]) => minute + 1440 < to)
  );
}

function hoursByHand(schedule: Schedule, moment: Date): DayHours {
  const date = localDateOf(moment);
  const exception = schedule.exceptions?.find(({ from, to }) => from <= date && date <= to);
  if (exception) return exception.hours;
  const isHoliday = holidayOn(date, ANNOUNCED_HOLIDAYS).holiday !== undefined;
  const policy = schedule.publicHolidays;
  if (isHoliday && policy === 'closed') return [];
  if (isHoliday && typeof policy === 'object') return policy.hours;
  const monthDay = date.slice(5);
  const season = schedule.seasons?.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
  const weekday = isHoliday && policy === 'same_as_sunday' ? 6 : weekdayOf(moment);
  return (season?.week ?? schedule.week)[weekday] as DayHours;
}

function nextChangeByHand(schedule: Schedule, now: Date, days: number): string | undefined {
  const open = isOpenByHand(schedule, now);
  for (let step = 1; step <= (days * 1440) / STEP; step += 1) {
    const moment = new Date(now.getTime() + step * STEP * 60_000);
    if (isOpenByHand(schedule, moment) !== open) return moment.toISOString();
  }
  return undefined;
}
