import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseSchedule } from '../../../shared/place/normalise-schedule.ts';
import { readOpeningHours, writeOpeningHours } from '../../../shared/place/opening-hours.ts';
import type { RefusalCode } from '../../../shared/place/opening-hours-refusal.ts';
import { type DayHours, Schedule, type Week } from '../../../shared/place/schedule.ts';
import { compareWithOracle } from '../../support/compare-with-oracle.ts';
import { schedules } from '../../support/schedules.ts';

/** Texts as they are found on doors and in forms, ours to accept. */
const ACCEPTED = [
  '24/7',
  '24/7; PH off',
  '24/7; 2026 May 20-2026 May 22 off "停电检修"',
  '08:00-22:00',
  '0:00-24:00',
  '00:00-00:00',
  'Mo-Su 06:00-06:00',
  'Mo-Fr 09:00-17:00',
  'mo-fr 9:00-17:00',
  'Mo - Fr 09:00 - 17:00 ;',
  'Monday-Friday 09:00–17:00; Sat 10:00~14:00',
  'Mo-Fr: 09：00-17：30',
  'Mo-Fr 9.00-17.30',
  'Mo-Fr 09:00-11:30,13:30-17:00',
  'Mo-Fr 09:00-11:30, 13:30-17:00; Sa, Su 10:00-16:00',
  'Mo-Fr 09:00-12:00,11:00-17:00',
  'Mo,We,Fr 12:00-13:30; Tu,Th 17:00-19:00',
  'Tu 08:30-11:00',
  'Mo-Sa 10:00-22:00; Su closed',
  'Mo-Su 10:00-22:00; Mo off',
  'Mo-Fr 09:00-17:00; We 09:00-12:00; Th off',
  'Mo-Fr 09:00-17:00, We 18:30-19:30',
  'Mo-Fr 09:00-17:00, We off',
  'Fr-Mo 10:00-20:00',
  'Mo-Fr 22:00-02:00',
  'Mo-Su 18:00-26:00',
  'Fr-Su 20:00-30:00',
  'Mo-Th 18:00-00:00, Fr-Sa 18:00-03:00, Su 12:00-18:00',
  'Mo-Th 11:00-23:00; Fr-Sa 11:00-02:00',
  'Sa 22:00-04:00, Su 10:00-20:00',
  'Mo-Su,PH 08:00-20:00',
  'PH,Mo-Su 08:00-20:00',
  'Mo-Sa 08:30-17:30; Su,PH 09:00-16:00',
  'Mo-Sa 08:30-17:30; Su,PH off',
  'Mo-Fr 08:30-17:30; Sa,Su,PH closed',
  'Mo-Fr 08:00-17:30; PH off',
  'Mo-Su 08:00-20:00; PH 10:00-16:00',
  'Mo-Su 08:00-20:00; PH 10:00-12:00,14:00-16:00; 2026 Oct 01 off "国庆"',
  'PH 10:00-16:00',
  'Mo-Su,PH 18:00-02:00',
  'Jun-Aug 10:00-20:00',
  'Mo-Fr 09:00-17:00; Jun-Aug Mo-Fr 08:00-12:00,15:00-19:00',
  'Mo-Fr 09:00-17:00; Jun-Aug Sa 10:00-12:00',
  'Apr-Sep 05:00-21:00; Oct-Mar 06:00-20:00',
  'Mo-Su 06:00-22:00; Nov 15-Feb 28 07:00-21:00',
  'Mo-Su 06:00-22:00; Dec-Feb 07:00-21:00; PH off',
  'Mo-Su,PH 06:00-22:00; Dec-Feb Mo-Su,PH 07:00-21:00',
  'Jan-Mar,Oct-Dec Mo-Fr 09:00-16:00; Apr-Sep Mo-Fr 09:00-18:00',
  'May-Sep 18:00-23:00; Jul-Aug Mo off',
  '10:00-18:00; Dec 25 off',
  '10:00-18:00; Dec 24-26 off; Dec 31,Jan 01 10:00-14:00',
  'Jun 18:00-02:00',
  'Mo-Fr 09:00-17:00; Oct Fr-Su 18:00-01:00',
  '09:00-21:00; 2026 Feb 17-20 off "春节"',
  '09:00-21:00; 2026 Feb 15-2026 Feb 23 10:00-16:00 open "春节值班"',
  'Mo-Fr 09:00-17:00; 2026 Apr 30-2026 May 02 off "五一"; 2026 May 01 10:00-12:00 open "值班"',
  '09:00-21:00; 2025 Dec 30-2026 Jan 02 off "盘点"',
  '09:00-21:00; 2026 Feb off "整修"; 2026 Jul-Aug 07:00-12:00 open "高温"',
  '09:00-21:00; 2026 Mar 03,2026 Mar 05 off "培训"',
  '09:00-21:00; 2026 Mar 03 20:00-04:00 open "夜场"',
  'off',
];

const scheduleOf = (text: string): Schedule => {
  const result = readOpeningHours(text);
  if ('refused' in result) throw new Error(`${text}: ${result.refused.code} at ${result.refused.at}`);
  return result.schedule;
};
const everyDay = (hours: DayHours): Week => [hours, hours, hours, hours, hours, hours, hours];
const office: DayHours = [[540, 1020]];
const weekdays = (hours: DayHours, weekend: DayHours = []): Week => [
  hours,
  hours,
  hours,
  hours,
  hours,
  weekend,
  weekend,
];

describe('reading the opening_hours notation', () => {
  it.each(ACCEPTED)(
    'agrees with the reference evaluator at every change and 3,000 random minutes: %s',
    (text) => {
      const days = 420;
      const minutes = fc.sample(fc.integer({ min: 0, max: days * 1440 - 1 }), 3000);
      expect(compareWithOracle(text, scheduleOf(text), '2025-12-20', days, minutes)).toEqual([]);
    },
  );

  it.each(ACCEPTED)('gives a valid schedule in canonical form: %s', (text) => {
    const schedule = scheduleOf(text);
    expect(Schedule.parse(schedule)).toEqual(schedule);
    expect(normaliseSchedule(schedule)).toEqual(schedule);
  });

  it('leaves the holidays unknown where no rule names them, and takes 24/7 to hold them', () => {
    expect(scheduleOf('Mo-Fr 09:00-17:00')).toEqual({ week: weekdays(office), publicHolidays: 'unknown' });
    expect(scheduleOf('24/7')).toEqual({ week: everyDay([[0, 1440]]), publicHolidays: 'same_as_sunday' });
  });

  it.each([
    ['Mo-Sa 09:00-17:00; Su,PH 10:00-16:00', 'same_as_sunday'],
    ['Mo-Su,PH 09:00-17:00', 'same_as_sunday'],
    ['Mo-Fr 09:00-17:00; PH off', 'closed'],
    ['Mo-Fr 09:00-17:00; PH 10:00-16:00', { hours: [[600, 960]] }],
    ['Mo-Fr,PH 09:00-17:00', { hours: [[540, 1020]] }],
  ])('reads the holiday policy of %s', (text, policy) => {
    expect(scheduleOf(text).publicHolidays).toEqual(policy);
  });

  it('reads an hour past midnight as the night of the day it starts', () => {
    expect(scheduleOf('Mo-Fr 22:00-02:00').week).toEqual(weekdays([[1320, 1560]]));
    expect(scheduleOf('Mo-Fr 22:00-26:00').week).toEqual(weekdays([[1320, 1560]]));
  });

  it('lays a season that names some weekdays over the ordinary week', () => {
    expect(scheduleOf('Mo-Fr 09:00-17:00; Jun-Aug Sa 10:00-12:00').seasons).toEqual([
      { from: '06-01', to: '08-31', week: [office, office, office, office, office, [[600, 720]], []] },
    ]);
  });

  it('keeps the later of two exceptions that hold the same day, with its reason', () => {
    const text = '09:00-17:00; 2026 Apr 30-2026 May 02 off "五一"; 2026 May 01 10:00-12:00 open "值班"';
    expect(scheduleOf(text).exceptions).toEqual([
      { from: '2026-04-30', to: '2026-04-30', hours: [], reason: '五一' },
      { from: '2026-05-01', to: '2026-05-01', hours: [[600, 720]], reason: '值班' },
      { from: '2026-05-02', to: '2026-05-02', hours: [], reason: '五一' },
    ]);
  });

  it.each<[string, RefusalCode, number]>([
    ['', 'empty', 0],
    [' ; ', 'empty', 0],
    ['x'.repeat(4001), 'too_long', 4000],
    ['每天 9点到5点', 'unreadable', 0],
    ['Mo-Fr 09:00-17:00 Sa 10:00-12:00', 'unreadable', 18],
    ['Mo-Fr 09:00-17:00,', 'unreadable', 18],
    ['Tue 09:00-17:00', 'unreadable', 0],
    ['Mo-Fr 08:00-17:60', 'bad_time', 12],
    ['Mo-Fr 24:00-26:00', 'bad_time', 6],
    ['Mo-Fr 20:00-47:00', 'bad_time', 6],
    ['sunrise-sunset', 'variable_time', 0],
    ['Mo-Fr 09:00-sunset', 'variable_time', 12],
    ['Mo-Su 10:00+', 'open_end', 6],
    ['Mo-Su 10:00', 'point_in_time', 6],
    ['Mo-Sa', 'no_times', 5],
    ['11:30-15:00; 17:30-21:30', 'no_days', 13],
    ['Mo-Fr 09:00-17:00 off', 'closed_hours', 6],
    ['Mo-Sa 09:00-18:00 "请先电话预约"', 'comment', 18],
    ['"by appointment"', 'comment', 0],
    ['PH off "节日"', 'comment', 0],
    ['Mo-Fr 09:00-17:00 || 10:00-12:00', 'fallback', 18],
    ['Mo-Fr 09:00-17:00; SH off', 'school_holidays', 19],
    ['Mo[1,3] 09:00-11:00', 'nth_weekday', 2],
    ['week 1-53/2 Fr 09:00-12:00', 'week_numbers', 0],
    ['easter off', 'movable_date', 0],
    ['2026 09:00-17:00', 'whole_year', 0],
    ['Jan 10-Feb 29 10:00-12:00', 'leap_day', 0],
    ['Feb 30 off', 'bad_date', 0],
    ['2026 Feb 29 off "x"', 'bad_date', 0],
    ['2026 Feb 20-2026 Feb 17 off "x"', 'bad_date', 0],
    ['10:00-12:00; 2026 Feb 17 Mo off "x"', 'exception_weekdays', 13],
    ['10:00-12:00; 2026 Feb 17 off', 'exception_reason', 13],
    ['2026 Feb 17 off "x"; Mo-Fr 10:00-12:00', 'exception_order', 21],
    ['10:00-12:00, 2026 Feb 17 13:00-14:00 open "x"', 'exception_added', 13],
    ['Jun-Aug Mo-Fr 09:00-17:00, Sa 10:00-12:00', 'season_added', 27],
    ['Mo-Th 11:00-01:00; Fr-Sa 11:00-03:00', 'overnight_cut', 19],
    ['Mo-Su 18:00-02:00; We off', 'overnight_cut', 19],
    ['Mo-Su 18:00-02:00; PH off', 'overnight_cut', 19],
    ['Mo-Su 18:00-02:00; 2026 Feb 17 off "春节"', 'overnight_cut', 19],
    ['Jun 18:00-02:00; Jul 10:00-18:00', 'overnight_cut', 17],
    ['Mo-Su 18:00-04:00, Sa,Su 02:00-06:00', 'overlaps_next_day', 0],
    ['Su,PH 10:00-16:00; Mo-Fr 09:00-17:00', 'holiday_weekdays', 0],
    ['PH off; Jun-Aug Mo-Su 09:00-17:00', 'holiday_weekdays', 0],
    ['Mo-Fr 09:00-17:00, PH 18:00-19:00', 'holiday_weekdays', 19],
    ['01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00', 'too_many', 0],
  ])('refuses %s with the reason and the place', (text, code, at) => {
    expect(readOpeningHours(text)).toMatchObject({ refused: { code, at } });
  });

  it('refuses what the two readings of a night part on: the reference cuts the one before, keeps the one replaced', () => {
    const asMeant: Schedule = { week: everyDay([[1080, 1560]]), publicHolidays: 'closed' };
    const disagreements = compareWithOracle('Mo-Su 18:00-02:00; PH off', asMeant, '2026-04-29', 4);
    expect(disagreements).toEqual(['2026-05-01 +0', '2026-05-02 +0', '2026-05-02 +119']);
  });

  it('answers any text at all, with a schedule or a refusal inside the text', () => {
    const pieces = fc.constantFrom(
      'Mo',
      '-',
      'Fr',
      ' ',
      '09:00',
      '17:00',
      ',',
      ';',
      'PH',
      'off',
      'Jun',
      '2026',
      '"',
      '[',
      '24/7',
      '春',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = readOpeningHours(text);
        if ('schedule' in result) expect(Schedule.safeParse(result.schedule).success).toBe(true);
        else expect(result.refused.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('writing the opening_hours notation', () => {
  it.each([
    ['24/7', '24/7'],
    ['Mo,Tu,We,Th,Fr 9:00-17:00; Sa off', 'Mo-Fr 09:00-17:00'],
    ['Mo-Sa 09:00-17:00; Su,PH 10:00-16:00', 'Mo-Sa 09:00-17:00; Su,PH 10:00-16:00'],
    ['Mo-Th 18:00-24:00, Fr-Sa 18:00-27:00', 'Mo-Th 18:00-24:00; Fr-Sa 18:00-03:00'],
    [
      '09:00-17:00; Jan-Feb off; 2026 Mar 03-04 off "培训"',
      'Mo-Su 09:00-17:00; Jan-Feb Mo-Su off; 2026 Mar 03-2026 Mar 04 off "培训"',
    ],
    ['off', 'off'],
  ])('writes %s as %s', (given, written) => {
    expect(writeOpeningHours(scheduleOf(given))).toEqual({ text: written });
  });

  it.each(ACCEPTED)('writes what it read so that it reads the same again: %s', (text) => {
    const written = writeOpeningHours(scheduleOf(text));
    if ('refused' in written) throw new Error(`${text} is not written`);
    expect(scheduleOf(written.text)).toEqual(scheduleOf(text));
  });

  it('writes nearly every schedule without nights, to be read and evaluated the same', () => {
    let written = 0;
    const sample = fc.sample(schedules({ overnight: false }), 100);
    for (const schedule of sample) {
      const result = writeOpeningHours(schedule);
      if ('refused' in result) continue;
      written += 1;
      expect(scheduleOf(result.text)).toEqual(normaliseSchedule(schedule));
      expect(compareWithOracle(result.text, schedule, '2026-02-10', 120)).toEqual([]);
    }
    expect(written).toBeGreaterThan(90);
  });

  it('writes a schedule with nights only where the notation means the same', () => {
    let written = 0;
    for (const schedule of fc.sample(schedules(), 150)) {
      const result = writeOpeningHours(schedule);
      if ('refused' in result) continue;
      written += 1;
      expect(scheduleOf(result.text)).toEqual(normaliseSchedule(schedule));
      expect(compareWithOracle(result.text, schedule, '2026-02-10', 100)).toEqual([]);
    }
    expect(written).toBeGreaterThan(40);
  });

  it.each<[string, Schedule]>([
    ['a night that runs into a closed holiday', { week: everyDay([[1320, 1560]]), publicHolidays: 'closed' }],
    [
      'a season that ends on 29 February',
      {
        week: everyDay([]),
        publicHolidays: 'unknown',
        seasons: [{ from: '01-10', to: '02-29', week: everyDay(office) }],
      },
    ],
    [
      'a quotation mark in a reason',
      {
        week: everyDay(office),
        publicHolidays: 'unknown',
        exceptions: [{ from: '2026-03-03', to: '2026-03-03', hours: [], reason: '"3·3"' }],
      },
    ],
  ])('refuses %s', (_, schedule) => {
    expect(writeOpeningHours(schedule)).toMatchObject({ refused: { code: 'not_expressible' } });
  });
});
