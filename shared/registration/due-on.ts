import { ANNOUNCED_HOLIDAYS } from '../calendar/announced-holidays.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/shanghai-time.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { REVIEW_WORKING_DAYS } from './registration-state.ts';

/** The last day on which an answer is promised to what is handed in now. */
export const dueOnOf = (now: Date): LocalDate =>
  addWorkingDays(localDateOf(now), REVIEW_WORKING_DAYS, ANNOUNCED_HOLIDAYS);

/** Working days until a day, 0 on the day itself, negative after it. */
export const workingDaysLeft = (dueOn: LocalDate, now: Date): number =>
  workingDaysBetween(localDateOf(now), dueOn, ANNOUNCED_HOLIDAYS);
