import { clockTimeOf, dayNumberOf, dayOfLocalDate } from '../../../shared/calendar/shanghai-time.ts';
import type { Language } from '../../i18n/language.ts';
import { dateOfMomentPhrase, dateWithYearPhrase } from '../../i18n/phrases.ts';

/** `2026年11月20日 10:42`; a date alone as the date. */
export const momentWords = (moment: string, language: Language): string => {
  const date = new Date(moment);
  return moment.length === 10
    ? dateWithYearPhrase(moment, language)
    : `${dateWithYearPhrase(moment, language)} ${clockTimeOf(date)}`;
};

/** `11月20日 10:42`: of what is not long ago. */
export const shortMomentWords = (moment: string, language: Language): string =>
  `${dateOfMomentPhrase(moment, language)} ${clockTimeOf(new Date(moment))}`;

/** Whole days from now to a date, negative when it has passed. */
export const daysUntil = (date: string, now: Date): number => dayOfLocalDate(date) - dayNumberOf(now);
