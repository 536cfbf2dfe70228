import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { MonthDay } from '../../../shared/calendar/local-date.ts';
import { dayOfLocalDate, localDateOfDay } from '../../../shared/calendar/shanghai-time.ts';
import { checkSchedule } from '../../../shared/place/check-schedule.ts';
import { hoursOfDay } from '../../../shared/place/hours-of-day.ts';
import { normaliseDay, normaliseSchedule } from '../../../shared/place/normalise-schedule.ts';
import { type DayHours, Schedule, type Week } from '../../../shared/place/schedule.ts';
import { schedules } from '../../support/schedules.ts';

const everyDay = (hours: DayHours): Week => [hours, hours, hours, hours, hours, hours, hours];
const nineToFive: Schedule = { week: everyDay([[540, 1020]]), publicHolidays: 'closed' };

describe('a schedule', () => {
  it('is accepted with a lunch break, overnight hours, touching intervals and 24 hours', () => {
    const week: Week = [
      [
        [540, 690],
        [810, 1020],
      ],
      [[1320, 1560]],
      [[120, 600]],
      [[0, 1440]],
      [[0, 1440]],
      [[600, 2040]],
      [],
    ];
    const schedule = { week, publicHolidays: 'unknown' as const };
    expect(checkSchedule(schedule)).toEqual([]);
    expect(Schedule.safeParse(schedule).success).toBe(true);
  });

  it.each([
    [
      'intervals out of order',
      [
        [810, 1020],
        [540, 690],
      ] as DayHours,
      'intervals_unordered',
      ['week', 0, 1],
    ],
    [
      'intervals that overlap',
      [
        [540, 700],
        [690, 1020],
      ] as DayHours,
      'intervals_unordered',
      ['week', 0, 1],
    ],
    [
      'an overnight interval past the next opening',
      [[1320, 2000]] as DayHours,
      'overlaps_next_day',
      ['week', 0],
    ],
  ])('is refused with %s', (_, monday, code, path) => {
    const week: Week = [monday, [[540, 1020]], [], [], [], [], []];
    expect(checkSchedule({ week, publicHolidays: 'closed' })).toEqual([{ code, path }]);
    const parsed = Schedule.safeParse({ week, publicHolidays: 'closed' });
    expect(parsed.error?.issues[0]?.path).toEqual(path);
  });

  it('is refused when Sunday night runs into Monday morning', () => {
    const week: Week = [[[60, 600]], [], [], [], [], [], [[1320, 1520]]];
    expect(checkSchedule({ week, publicHolidays: 'closed' })).toEqual([
      { code: 'overlaps_next_day', path: ['week', 6] },
    ]);
  });

  it('is refused with an exception that ends before it begins, and names which', () => {
    const exceptions = [{ from: '2026-02-20', to: '2026-02-17', hours: [], reason: '春节' }];
    expect(checkSchedule({ ...nineToFive, exceptions })).toEqual([
      { code: 'range_reversed', path: ['exceptions', 0] },
    ]);
    expect(Schedule.safeParse({ ...nineToFive, exceptions }).success).toBe(false);
  });

  it('is checked in its seasons, its holiday hours and its exceptions too', () => {
    const allNight: DayHours = [
      [120, 180],
      [1320, 1600],
    ];
    const problems = checkSchedule({
      week: everyDay([]),
      publicHolidays: { hours: allNight },
      seasons: [{ from: '06-01', to: '08-31', week: [allNight, allNight, [], [], [], [], []] }],
      exceptions: [{ from: '2026-02-17', to: '2026-02-18', hours: allNight, reason: '春节' }],
    });
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'publicHolidays.hours',
      'seasons.0.week.0',
      'exceptions.0.hours',
    ]);
  });

  it('has days of the year that exist', () => {
    const valid = (text: string) => MonthDay.safeParse(text).success;
    expect(['01-31', '02-29', '04-30', '12-31'].every(valid)).toBe(true);
    expect(['02-30', '04-31', '13-01', '00-10', '06-31', '1-1'].some(valid)).toBe(false);
  });
});

describe('the canonical form', () => {
  it('joins intervals that touch or overlap, and no others', () => {
    expect(
      normaliseDay([
        [720, 1020],
        [540, 720],
        [1100, 1200],
      ]),
    ).toEqual([
      [540, 1020],
      [1100, 1200],
    ]);
    expect(
      normaliseDay([
        [0, 600],
        [600, 1800],
      ]),
    ).toEqual([
      [0, 600],
      [600, 1800],
    ]);
  });

  it('cuts overlapping exceptions so that the first one keeps its days', () => {
    const exceptions = [
      { from: '2026-02-18', to: '2026-02-18', hours: [], reason: '检修' },
      { from: '2026-02-17', to: '2026-02-20', hours: [], reason: '春节' },
    ];
    expect(normaliseSchedule({ ...nineToFive, exceptions }).exceptions).toEqual([
      { from: '2026-02-17', to: '2026-02-17', hours: [], reason: '春节' },
      { from: '2026-02-18', to: '2026-02-18', hours: [], reason: '检修' },
      { from: '2026-02-19', to: '2026-02-20', hours: [], reason: '春节' },
    ]);
  });

  it('joins seasons across New Year and drops one that changes nothing', () => {
    const winter = everyDay([[600, 960]]);
    const seasons = [
      { from: '01-01', to: '02-29', week: winter },
      { from: '05-01', to: '05-31', week: nineToFive.week },
      { from: '11-15', to: '12-31', week: winter },
    ];
    expect(normaliseSchedule({ ...nineToFive, seasons }).seasons).toEqual([
      { from: '11-15', to: '02-29', week: winter },
    ]);
  });

  it('gives every day of three years the same hours, reason and holiday as the schedule it came from', () => {
    fc.assert(
      fc.property(schedules(), fc.integer({ min: 0, max: 1100 }), (schedule, offset) => {
        const canonical = normaliseSchedule(schedule);
        for (let day = offset; day < offset + 40; day += 1) {
          const date = localDateOfDay(dayOfLocalDate('2025-01-01') + day);
          const given = hoursOfDay(schedule, date, ANNOUNCED_HOLIDAYS);
          const expected = { ...given, hours: normaliseDay(given.hours) };
          expect(hoursOfDay(canonical, date, ANNOUNCED_HOLIDAYS)).toEqual(expected);
        }
      }),
    );
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(schedules(), (schedule) => {
        const canonical = normaliseSchedule(schedule);
        expect(normaliseSchedule(canonical)).toEqual(canonical);
        expect(checkSchedule(canonical)).toEqual([]);
      }),
    );
  });
});
