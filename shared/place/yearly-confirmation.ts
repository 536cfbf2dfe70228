import type { LocalDate } from '../calendar/local-date.ts';
import { dayOfLocalDate, localDateOf } from '../calendar/shanghai-time.ts';
import type { ChangeReason } from '../labels/change-words.ts';
import { OVERDUE_REASON } from '../labels/message-words.ts';
import type { Place } from './place.ts';

/** So many days before its last day the owner of a place is reminded, each time once. */
const REMINDER_DAYS = [30, 7, 0] as const;

/** A reminder that is due: which of them it is, and how many days are left in truth. */
export type Reminder = { stage: number; daysLeft: number; confirmBy: LocalDate };

/**
 * The reminder that its owner should have had by now, the latest one alone: after a standstill nobody is reminded
 * twice. Undefined for a place that is not on the map, has no owner, or no day by which it has to be confirmed.
 */
export const reminderDue = ({ state, owner, confirmBy }: Place, now: Date): Reminder | undefined => {
  if (confirmBy === undefined || owner === undefined) return undefined;
  if (state !== 'published' && state !== 'suspended') return undefined;
  const daysLeft = daysUntil(confirmBy, now);
  const stage = REMINDER_DAYS.findLast((days) => daysLeft <= days);
  return daysLeft >= 0 && stage !== undefined ? { stage, daysLeft, confirmBy } : undefined;
};

/** Why time changed a place. */
export type TimeReason = Extract<ChangeReason, 'pause_over' | 'confirmation_overdue'>;

/** What time alone does to a place, and why; undefined where it changes nothing. */
export const changeOfTime = (place: Place, now: Date): { after: Place; reason: TimeReason } | undefined => {
  const { suspension, ...open } = place;
  const isPauseOver =
    place.state === 'suspended' &&
    suspension?.by === 'owner' &&
    suspension.until !== undefined &&
    Date.parse(suspension.until) <= now.getTime();
  // A pause or a closure by staff runs its course first.
  if (place.state !== 'published' && !isPauseOver) return undefined;
  if (place.confirmBy !== undefined && daysUntil(place.confirmBy, now) < 0) {
    const closed = { reason: OVERDUE_REASON.zh, by: 'overdue' } as const;
    return { after: { ...open, state: 'suspended', suspension: closed }, reason: 'confirmation_overdue' };
  }
  return isPauseOver ? { after: { ...open, state: 'published' }, reason: 'pause_over' } : undefined;
};

/** Days in Shanghai from today to a date; 0 on the day itself, negative after it. */
const daysUntil = (date: LocalDate, now: Date): number =>
  dayOfLocalDate(date) - dayOfLocalDate(localDateOf(now));
