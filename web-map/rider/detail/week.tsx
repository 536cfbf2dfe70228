import { clockTimeOfMinutes, localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import { HOLIDAY_WORDS } from '../../../shared/labels/time-words.ts';
import type { DayOfHours } from '../../../shared/place/day-of-hours.ts';
import { hoursOfDays } from '../../../shared/place/hours-of-day.ts';
import type { DayHours, Schedule } from '../../../shared/place/schedule.ts';
import type { Language } from '../../i18n/language.ts';
import { MESSAGES } from '../../i18n/messages.ts';
import { datePhrase, weekdayPhrase } from '../../i18n/phrases.ts';
import { useStore, useWords } from '../store-context.ts';

/** The next seven days, today first, holidays and exceptions named. */
export function Week({ schedule }: { schedule: Schedule }) {
  const store = useStore();
  const { words, language } = useWords();
  const days = hoursOfDays(schedule, localDateOf(store.now.value), 7, store.holidays.value);
  const isKnown = days.every(({ holidaysKnown }) => holidaysKnown);
  return (
    <section class="detail-section">
      <h3>{words.weekHeading}</h3>
      <dl class="week">
        {days.map((day, index) => (
          <div key={day.date} class={index === 0 ? 'week-today' : ''}>
            <dt>
              {index === 0 ? words.today : weekdayPhrase(day.weekday, language)}
              <small class="week-date">{datePhrase(day.date, language)}</small>
            </dt>
            <dd>
              {hoursPhrase(day.hours, language)}
              {noteOf(day, language) && <small class="week-note">{noteOf(day, language)}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {!isKnown && <p class="detail-note">{words.holidaysNotAnnounced}</p>}
    </section>
  );
}

/** Word joiners keep an interval on one line. */
const UNBROKEN_DASH = '\u2060–\u2060';

/** `06:30–09:00、10:30–13:00`, `全天`, `不开`. */
export function hoursPhrase(hours: DayHours, language: Language): string {
  const words = MESSAGES[language];
  if (hours.length === 0) return words.closedThatDay;
  if (hours.length === 1 && hours[0]?.[0] === 0 && hours[0][1] >= 1440) return words.allDay;
  return hours
    .map(([from, to]) => {
      const end = clockTimeOfMinutes(to);
      return `${clockTimeOfMinutes(from)}${UNBROKEN_DASH}${to > 1440 ? words.nextDay(end) : end}`;
    })
    .join(language === 'zh' ? '、' : ', ');
}

/** Why a day differs from the week. */
export function noteOf(day: DayOfHours, language: Language): string | undefined {
  const words = MESSAGES[language];
  const holiday = day.holiday && HOLIDAY_WORDS[day.holiday][language];
  if (day.exception) return day.exception;
  if (holiday)
    return day.holidayHoursKnown === false ? words.holidayHours(holiday) : words.holidayOf(holiday);
  return day.workday ? words.workday : undefined;
}
