import type { LocalDate } from './local-date.ts';

/**
 * Shanghai has kept UTC+8 without summer time since 1992 (tzdata, `Asia/Shanghai`), so local time is plain
 * arithmetic: exact for every moment from 1992 on, and far cheaper than `Intl` on the hot path.
 */
const OFFSET_MINUTES = 8 * 60;
const MINUTE = 60_000;
export const MINUTES_PER_DAY = 1440;

/** Whole minutes since 1970-01-01 00:00 in Shanghai at a moment; seconds are dropped. */
export const localMinuteOf = (moment: Date): number => Math.floor(moment.getTime() / MINUTE) + OFFSET_MINUTES;

/** The moment at which a local minute (as `localMinuteOf` counts) begins. */
export const momentOfLocalMinute = (localMinute: number): Date =>
  new Date((localMinute - OFFSET_MINUTES) * MINUTE);

/** Days since 1970-01-01 of the Shanghai day that holds a local minute. */
export const dayOfLocalMinute = (localMinute: number): number => Math.floor(localMinute / MINUTES_PER_DAY);

/** Days since 1970-01-01 of the Shanghai day that holds a moment. */
export const dayNumberOf = (moment: Date): number => dayOfLocalMinute(localMinuteOf(moment));

/** Minutes after local midnight, 0 to 1439. */
export const minuteOfDay = (moment: Date): number =>
  localMinuteOf(moment) - dayNumberOf(moment) * MINUTES_PER_DAY;

/** 0 is Monday, 6 is Sunday: the index into a schedule's week. */
export const weekdayOfDay = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

/** 0 is Monday, 6 is Sunday, for the Shanghai day that holds a moment. */
export const weekdayOf = (moment: Date): number => weekdayOfDay(dayNumberOf(moment));

/**
 * Year, month (1–12) and day of a day number, in the Gregorian calendar.
 * Source: the era arithmetic of Howard Hinnant, "chrono-compatible low-level date algorithms" (civil_from_days).
 */
export function civilOfDay(dayNumber: number): { year: number; month: number; day: number } {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Days since 1970-01-01 of a date `2026-11-20`. */
export const dayOfLocalDate = (date: LocalDate): number =>
  Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

/** The date `2026-11-20` of a day number. */
export function localDateOfDay(dayNumber: number): LocalDate {
  const { year, month, day } = civilOfDay(dayNumber);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The Shanghai date `2026-11-20` at a moment. */
export const localDateOf = (moment: Date): LocalDate => localDateOfDay(dayNumberOf(moment));

/** The moment at which a Shanghai date begins; with minutes, that long after (1560 is 02:00 of the next day). */
export const momentOfLocalDate = (date: LocalDate, minutes = 0): Date =>
  momentOfLocalMinute(dayOfLocalDate(date) * MINUTES_PER_DAY + minutes);

/** The clock reading in Shanghai at a moment, `22:00`. */
export const clockTimeOf = (moment: Date): string => clockTimeOfMinutes(minuteOfDay(moment));

/** Minutes after midnight as a clock reading: 1320 is `22:00`, 1440 is `24:00`, 1560 is `02:00` (of the next day). */
export function clockTimeOfMinutes(minutes: number): string {
  const shown = minutes > MINUTES_PER_DAY ? minutes - MINUTES_PER_DAY : minutes;
  return `${twoDigits(Math.floor(shown / 60))}:${twoDigits(shown % 60)}`;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));
