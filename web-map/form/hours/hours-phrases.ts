import { clockTimeOfMinutes } from '../../../shared/calendar/shanghai-time.ts';
import type { DayHours, HolidayPolicy, Schedule } from '../../../shared/place/schedule.ts';
import { FORM_MESSAGES } from '../../i18n/form/messages.ts';
import type { Language } from '../../i18n/language.ts';
import { datePhrase, weekdayPhrase } from '../../i18n/phrases.ts';
import { GROUPS, isAllDay, shapeOf } from './week-shape.ts';

/** A minute of the day as people read it: `21:00`, `次日 02:00`. */
export const timePhrase = (minutes: number, language: Language): string => {
  const time = clockTimeOfMinutes(minutes);
  return minutes > 1440 ? FORM_MESSAGES[language].nextDay(time) : time;
};

/** `09:00–14:00、17:00–21:00`, `24 小时`, `不营业`. */
export const dayHoursPhrase = (hours: DayHours, language: Language): string => {
  const words = FORM_MESSAGES[language];
  if (hours.length === 0) return words.closed;
  if (isAllDay(hours)) return words.allDay;
  return hours
    .map(([from, to]) => `${timePhrase(from, language)}–${timePhrase(to, language)}`)
    .join(words.separator);
};

/** The days of a group: `每天`, `周一至周五`, `周三`. */
export const daysPhrase = (days: readonly number[], language: Language): string => {
  const words = FORM_MESSAGES[language];
  if (days.length === 7) return words.everyDay;
  if (days.length === 5) return words.mondayToFriday;
  if (days.length === 2) return words.weekend;
  return weekdayPhrase(days[0] as number, language);
};

/** What holds on public holidays. */
export const holidayPhrase = (policy: HolidayPolicy, language: Language): string => {
  const words = FORM_MESSAGES[language];
  if (policy === 'same_as_sunday') return words.likeSunday;
  if (policy === 'closed') return words.holidaysClosed;
  return policy === 'unknown' ? words.holidaysUnknown : dayHoursPhrase(policy.hours, language);
};

/** One line of a schedule: days and their hours; an exception has its reason as `note`. */
export type ScheduleLine = {
  about: 'week' | 'holidays' | 'exception';
  days: string;
  hours: string;
  note?: string;
};

/** A schedule line by line: the week, holidays, exceptions. */
export const scheduleLines = (schedule: Schedule, language: Language): ScheduleLine[] => [
  ...GROUPS[shapeOf(schedule.week)].map((group) => ({
    about: 'week' as const,
    days: daysPhrase(group, language),
    hours: dayHoursPhrase(schedule.week[group[0] as number] ?? [], language),
  })),
  {
    about: 'holidays',
    days: FORM_MESSAGES[language].holidaysLabel,
    hours: holidayPhrase(schedule.publicHolidays, language),
  },
  ...(schedule.exceptions ?? []).map(({ from, to, hours, reason }) => ({
    about: 'exception' as const,
    days:
      from === to ? datePhrase(from, language) : `${datePhrase(from, language)}–${datePhrase(to, language)}`,
    hours: dayHoursPhrase(hours, language),
    note: reason,
  })),
];

/** The ordinary week as one sentence: `周一至周五 09:00–21:00；周末 不营业`. */
export const weekPhrase = (schedule: Schedule, language: Language): string =>
  GROUPS[shapeOf(schedule.week)]
    .map(
      (group) =>
        `${daysPhrase(group, language)} ${dayHoursPhrase(schedule.week[group[0] as number] ?? [], language)}`,
    )
    .join(FORM_MESSAGES[language].sentenceSeparator);
