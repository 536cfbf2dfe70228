import OpeningHours from 'opening_hours';
import type { HolidayTable } from '../../shared/calendar/holidays.ts';
import { dayOfLocalDate, localDateOfDay } from '../../shared/calendar/shanghai-time.ts';

/**
 * The reference evaluator of the opening_hours notation. It works in the zone of the host, so every moment is
 * given to it as a Date whose host-local fields are the Shanghai ones; that is right in any zone without summer
 * time in the tested years, so under TZ=UTC and TZ=Asia/Shanghai alike.
 */
export class Oracle {
  private readonly evaluator: OpeningHours;

  constructor(text: string) {
    this.evaluator = new OpeningHours(text, {
      lat: 31.2,
      lon: 121.4,
      address: { country_code: 'cn', state: '上海市' },
    });
  }

  /** Whether it is open at a minute of a Shanghai date. */
  isOpen(date: string, minute: number): boolean {
    return this.evaluator.getState(hostDate(date, minute));
  }

  /** Open intervals of some days in a row, as minutes after the first day's midnight; touching ones are one. */
  openIntervals(firstDate: string, days: number): [number, number][] {
    const start = hostDate(firstDate, 0);
    const end = hostDate(localDateOfDay(dayOfLocalDate(firstDate) + days), 0);
    const joined: [number, number][] = [];
    for (const [from, to, isUnknown] of this.evaluator.getOpenIntervals(start, end)) {
      if (isUnknown) throw new Error('the state is unknown');
      const interval: [number, number] = [minutesAfter(start, from), minutesAfter(start, to)];
      const last = joined.at(-1);
      if (last && last[1] === interval[0]) last[1] = interval[1];
      else joined.push(interval);
    }
    return joined;
  }
}

function hostDate(date: string, minute: number): Date {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day, 0, minute);
}

const minutesAfter = (start: Date, moment: Date): number => (moment.getTime() - start.getTime()) / 60_000;

/**
 * The days that the evaluator itself takes for public holidays of China in 2025 to 2027. Its own list is fixed
 * dates only (no Spring Festival, but the half-days of 8 March and 4 May) and not what the State Council
 * announced, so our evaluation gets its list instead of ours: holidays are data on both sides, and what is
 * compared is the meaning of the rules.
 */
export function oracleHolidays(): HolidayTable {
  const holidays = new Oracle('PH 00:00-24:00');
  const daysOff: HolidayTable['daysOff'] = {};
  for (let day = dayOfLocalDate('2025-01-01'); day <= dayOfLocalDate('2027-12-31'); day += 1) {
    const date = localDateOfDay(day);
    if (holidays.isOpen(date, 720)) daysOff[date] = 'special';
  }
  return { years: [2025, 2026, 2027], daysOff, workdays: [], source: 'opening_hours' };
}
