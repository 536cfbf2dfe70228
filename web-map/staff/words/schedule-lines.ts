import type { Schedule, Week } from '../../../shared/place/schedule.ts';
import { dayHoursPhrase, holidayPhrase } from '../../form/hours/hours-phrases.ts';
import type { Language } from '../../i18n/language.ts';
import { datePhrase, weekdayPhrase } from '../../i18n/phrases.ts';
import { STAFF_MESSAGES } from '../../i18n/staff/messages.ts';

/** A whole schedule as people write it down, seasons and exceptions too: `周一至周五 09:00–21:00`, a line a rule. */
export function scheduleLines(schedule: Schedule, language: Language): string[] {
  const words = STAFF_MESSAGES[language].schedule;
  const { publicHolidays, seasons = [], exceptions = [] } = schedule;
  return [
    ...weekLines(schedule.week, language),
    words.holidays(holidayPhrase(publicHolidays, language)),
    ...seasons.flatMap(({ from, to, week }) =>
      weekLines(week, language).map((line) => words.season(from, to, line)),
    ),
    ...exceptions.map(({ from, to, hours, reason }) => {
      const [first, last] = [datePhrase(from, language), datePhrase(to, language)];
      const days = from === to ? first : words.range(first, last);
      return words.exception(days, dayHoursPhrase(hours, language), reason);
    }),
  ];
}

/** Days in a row with the same hours share a line. */
function weekLines(week: Week, language: Language): string[] {
  const words = STAFF_MESSAGES[language].schedule;
  const runs: { from: number; to: number; hours: string }[] = [];
  week.forEach((day, weekday) => {
    const hours = dayHoursPhrase(day, language);
    const run = runs.at(-1);
    if (run?.hours === hours) run.to = weekday;
    else runs.push({ from: weekday, to: weekday, hours });
  });
  if (runs.length === 1) return [words.everyDay(runs[0]?.hours ?? '')];
  return runs.map(({ from, to, hours }) => {
    const day = (weekday: number) => weekdayPhrase(weekday, language);
    return `${from === to ? day(from) : words.range(day(from), day(to))} ${hours}`;
  });
}
