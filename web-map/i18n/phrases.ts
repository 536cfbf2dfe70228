import type { LocalDate } from '../../shared/calendar/local-date.ts';
import {
  civilOfDay,
  clockTimeOf,
  dayNumberOf,
  dayOfLocalDate,
  weekdayOfDay,
} from '../../shared/calendar/shanghai-time.ts';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `320 米`, `1.4 公里`: tens of metres below a kilometre, then one decimal. */
export function distancePhrase(meters: number, language: Language): string {
  const words = MESSAGES[language];
  const tens = Math.max(10, Math.round(meters / 10) * 10);
  return tens < 1000 ? words.meters(tens) : words.kilometers((meters / 1000).toFixed(1));
}

/** The weekday of a number, 0 for Monday. */
export const weekdayPhrase = (weekday: number, language: Language): string =>
  WEEKDAYS[language][weekday] as string;

/** `11月20日`, `20 Nov`. */
export function datePhrase(date: LocalDate, language: Language): string {
  return dayPhrase(dayOfLocalDate(date), language);
}

/** The Shanghai date of a moment, as `datePhrase` writes it. */
export const dateOfMomentPhrase = (moment: string, language: Language): string =>
  dayPhrase(dayNumberOf(new Date(moment)), language);

/** `dateOfMomentPhrase` of what may be long ago: with the year, `2025年11月20日`, `20 Nov 2025`. */
export function dateWithYearPhrase(moment: string, language: Language): string {
  const { year } = civilOfDay(dayNumberOf(new Date(moment)));
  const day = dateOfMomentPhrase(moment, language);
  return language === 'zh' ? `${year}年${day}` : `${day} ${year}`;
}

function dayPhrase(dayNumber: number, language: Language): string {
  const { month, day } = civilOfDay(dayNumber);
  return language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;
}

/**
 * A coming moment as people say it: `22:00` today, `明天 08:00`, `周一 09:00` within a week, else with its date.
 * With `nightIsToday`, an hour before six of the next morning is `次日 02:00`.
 */
export function momentPhrase(
  moment: string,
  now: Date,
  language: Language,
  { nightIsToday = false } = {},
): string {
  const words = MESSAGES[language];
  const then = new Date(moment);
  const time = clockTimeOf(then);
  const day = dayNumberOf(then);
  const ahead = day - dayNumberOf(now);
  if (ahead <= 0) return time;
  if (ahead === 1) return nightIsToday && time < '06:00' ? words.nextDay(time) : words.tomorrowAt(time);
  if (ahead < 7) return words.onDayAt(weekdayPhrase(weekdayOfDay(day), language), time);
  return words.onDayAt(dayPhrase(day, language), time);
}

/** The half of a note that was written in both languages, `中文 / English`; a note in one language as it is. */
export function halfOf(note: string, language: Language): string {
  const [zh, en, ...rest] = note.split(' / ');
  if (!zh || !en || rest.length > 0) return note;
  return language === 'zh' ? zh : en;
}

/** How long ago a moment was: `刚刚`, `3 小时前`, `12 天前`. */
export function agoPhrase(moment: string, now: Date, language: Language): string {
  const words = MESSAGES[language];
  const minutes = Math.floor((now.getTime() - Date.parse(moment)) / 60_000);
  if (minutes < 2) return words.justNow;
  if (minutes < 60) return words.minutesAgo(minutes);
  if (minutes < 24 * 60) return words.hoursAgo(Math.floor(minutes / 60));
  return words.daysAgo(Math.floor(minutes / (24 * 60)));
}
