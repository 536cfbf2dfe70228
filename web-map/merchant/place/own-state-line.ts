import { dayNumberOf, dayOfLocalDate } from '../../../shared/calendar/shanghai-time.ts';
import { placeOpenState } from '../../../shared/place/place-open-state.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { Language } from '../../i18n/language.ts';
import { MERCHANT_MESSAGES } from '../../i18n/merchant/messages.ts';
import { datePhrase } from '../../i18n/phrases.ts';
import { isSuspended, openLine } from '../../i18n/place-phrases.ts';
import { holidays } from '../state/site.ts';

/** From so many days before the yearly confirmation is due, the owner is asked for it. */
const REMIND_DAYS = 30;

/** How a place stands, to its owner: what riders see now, and what is to be done. */
export const ownStateLine = (
  place: PlaceRecord,
  now: Date,
  language: Language,
): { text: string; tone: 'good' | 'soon' | 'plain' | 'warn'; todo?: string } => {
  const words = MERCHANT_MESSAGES[language];
  const open = placeOpenState(place, now, holidays);
  const text = openLine(place, open, now, language);
  const tone = isSuspended(place, now)
    ? 'warn'
    : open.status === 'open'
      ? 'good'
      : open.status === 'closing_soon'
        ? 'soon'
        : 'plain';
  const todo = isConfirmationNear(place, now)
    ? words.confirmDue(datePhrase(place.confirmBy as string, language))
    : place.pendingChange && words.changeInReview;
  return { text, tone, ...(todo && { todo }) };
};

/** Whether the yearly confirmation is due soon or overdue. */
export const isConfirmationNear = ({ confirmBy }: PlaceRecord, now: Date): boolean =>
  confirmBy !== undefined && dayOfLocalDate(confirmBy) - dayNumberOf(now) <= REMIND_DAYS;
