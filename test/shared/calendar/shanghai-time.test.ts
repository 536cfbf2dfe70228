import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOfDay,
  clockTimeOf,
  clockTimeOfMinutes,
  dayNumberOf,
  dayOfLocalDate,
  localDateOf,
  localDateOfDay,
  localMinuteOf,
  minuteOfDay,
  momentOfLocalDate,
  momentOfLocalMinute,
  weekdayOf,
} from '../../../shared/calendar/shanghai-time.ts';

const intl = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const moments1992To2100 = fc
  .integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 11, 31) })
  .map((milliseconds) => new Date(milliseconds));

describe('Shanghai time', () => {
  it('is what Intl says for Asia/Shanghai at any moment from 1992 to 2100', () => {
    fc.assert(
      fc.property(moments1992To2100, (moment) => {
        const part = Object.fromEntries(intl.formatToParts(moment).map(({ type, value }) => [type, value]));
        expect(localDateOf(moment)).toBe(`${part.year}-${part.month}-${part.day}`);
        expect(clockTimeOf(moment)).toBe(`${part.hour}:${part.minute}`);
        expect(minuteOfDay(moment)).toBe(Number(part.hour) * 60 + Number(part.minute));
        expect(WEEKDAYS[weekdayOf(moment)]).toBe(part.weekday);
      }),
      { numRuns: 5000 },
    );
  });

  it('goes there and back: date, day number, minute, moment', () => {
    fc.assert(
      fc.property(moments1992To2100, (moment) => {
        const date = localDateOf(moment);
        expect(localDateOfDay(dayOfLocalDate(date))).toBe(date);
        const start = momentOfLocalDate(date);
        expect(localDateOf(start)).toBe(date);
        expect(clockTimeOf(start)).toBe('00:00');
        expect(momentOfLocalDate(date, minuteOfDay(moment)).getTime()).toBe(
          Math.floor(moment.getTime() / 60_000) * 60_000,
        );
        expect(momentOfLocalMinute(localMinuteOf(start)).getTime()).toBe(start.getTime());
      }),
    );
  });

  it('changes the day at 16:00 UTC', () => {
    expect(localDateOf(new Date('2026-09-30T15:59:59.999Z'))).toBe('2026-09-30');
    expect(localDateOf(new Date('2026-09-30T16:00:00Z'))).toBe('2026-10-01');
  });

  it('knows leap days and the days around them', () => {
    expect(localDateOfDay(dayOfLocalDate('2028-02-28') + 1)).toBe('2028-02-29');
    expect(localDateOfDay(dayOfLocalDate('2027-02-28') + 1)).toBe('2027-03-01');
    expect(localDateOfDay(dayOfLocalDate('2100-02-28') + 1)).toBe('2100-03-01');
    expect(civilOfDay(0)).toEqual({ year: 1970, month: 1, day: 1 });
    expect(civilOfDay(-1)).toEqual({ year: 1969, month: 12, day: 31 });
  });

  it('reads minutes past midnight as the next day’s clock', () => {
    expect(['00:00', '09:05', '22:00', '24:00', '02:00']).toEqual(
      [0, 545, 1320, 1440, 1560].map(clockTimeOfMinutes),
    );
    expect(momentOfLocalDate('2026-11-20', 1560).toISOString()).toBe('2026-11-20T18:00:00.000Z');
  });

  it('counts a day number from the first of January 1970 in Shanghai', () => {
    expect(dayNumberOf(new Date('1969-12-31T16:00:00Z'))).toBe(0);
  });
});
