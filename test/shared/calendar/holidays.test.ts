import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { holidayOn } from '../../../shared/calendar/holiday-on.ts';
import { HolidayTable } from '../../../shared/calendar/holidays.ts';
import { dayOfLocalDate, localDateOfDay, weekdayOfDay } from '../../../shared/calendar/shanghai-time.ts';

describe('announced holidays', () => {
  it('are a valid table that covers 2024 to 2026', () => {
    expect(HolidayTable.parse(ANNOUNCED_HOLIDAYS)).toEqual(ANNOUNCED_HOLIDAYS);
    expect(ANNOUNCED_HOLIDAYS.years).toEqual([2024, 2025, 2026]);
  });

  it('agree with chinese-days on every day of the covered years: who works, who rests', () => {
    const { isHoliday, isWorkday } = chineseDays;
    for (let day = dayOfLocalDate('2024-01-01'); day <= dayOfLocalDate('2026-12-31'); day += 1) {
      const date = localDateOfDay(day);
      const facts = holidayOn(date, ANNOUNCED_HOLIDAYS);
      const rests = facts.holiday !== undefined || (weekdayOfDay(day) >= 5 && !facts.workday);
      expect([date, rests]).toEqual([date, isHoliday(date)]);
      expect([date, !rests]).toEqual([date, isWorkday(date)]);
    }
  });

  it('name the holiday of a day off, weekdays and weekend days alike', () => {
    expect(holidayOn('2026-02-17', ANNOUNCED_HOLIDAYS)).toEqual({ known: true, holiday: 'spring_festival' });
    expect(holidayOn('2026-10-04', ANNOUNCED_HOLIDAYS)).toEqual({ known: true, holiday: 'national_day' });
    expect(holidayOn('2025-10-06', ANNOUNCED_HOLIDAYS)).toEqual({ known: true, holiday: 'mid_autumn' });
  });

  it('mark a weekend day worked in exchange, and nothing on an ordinary weekend', () => {
    expect(holidayOn('2026-10-10', ANNOUNCED_HOLIDAYS)).toEqual({ known: true, workday: true });
    expect(holidayOn('2026-11-21', ANNOUNCED_HOLIDAYS)).toEqual({ known: true });
  });

  it('are not known outside the covered years', () => {
    expect(holidayOn('2023-12-31', ANNOUNCED_HOLIDAYS)).toEqual({ known: false });
    expect(holidayOn('2026-12-31', ANNOUNCED_HOLIDAYS)).toEqual({ known: true });
    expect(holidayOn('2027-01-01', ANNOUNCED_HOLIDAYS)).toEqual({ known: false });
  });

  it('are data that can be replaced', () => {
    const next: HolidayTable = {
      years: [2027],
      daysOff: { '2027-01-01': 'new_year', '2026-12-31': 'new_year' },
      workdays: ['2027-01-03'],
      source: 'test',
    };
    expect(holidayOn('2027-01-01', next)).toEqual({ known: true, holiday: 'new_year' });
    expect(holidayOn('2027-01-03', next)).toEqual({ known: true, workday: true });
    expect(holidayOn('2026-10-01', next)).toEqual({ known: false });
    // Announced for a year, reaching back into the year before.
    expect(holidayOn('2026-12-31', next)).toEqual({ known: true, holiday: 'new_year' });
  });
});
