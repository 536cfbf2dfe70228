import { AMENITY_WORDS } from '../../shared/labels/place-words.ts';
import type { ConfidenceReason } from '../../shared/place/confidence.ts';
import type { OpenState } from '../../shared/place/open-state.ts';
import type { PlaceSummary } from '../../shared/place/place-summary.ts';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import { agoPhrase, momentPhrase } from './phrases.ts';

/** The name people read: the English one in English, where there is one. */
export const nameOf = (place: Pick<PlaceSummary, 'name' | 'nameEn'>, language: Language): string =>
  (language === 'en' ? place.nameEn : undefined) ?? place.name;

/** What an open line needs of a place: a summary or a detail. */
export type Opening = Pick<PlaceSummary, 'kind' | 'suspension'> & { state: string };

/** One line that says whether a place is open and when that changes: `营业中，到 22:00`. */
export function openLine(place: Opening, open: OpenState, now: Date, language: Language): string {
  if (place.state === 'retired') return MESSAGES[language].retired;
  return isSuspended(place, now)
    ? suspendedLine(place.suspension?.until, now, language)
    : hoursLine(place.kind, open, now, language);
}

/** Whether a place is closed for the time being; one whose announced end has passed is judged by its hours. */
export const isSuspended = ({ state, suspension }: Opening, now: Date): boolean =>
  state === 'suspended' && !(suspension?.until && Date.parse(suspension.until) <= now.getTime());

/** `openLine` of hours alone, for a place or for one of its services. */
export function hoursLine(kind: Opening['kind'], open: OpenState, now: Date, language: Language): string {
  const words = MESSAGES[language];
  const openWord = kind === 'merchant' ? words.openMerchant : words.openPlace;
  switch (open.status) {
    case 'open':
      if (!open.closesAt) return words.openAllDay;
      return words.openUntil(openWord, momentPhrase(open.closesAt, now, language, { nightIsToday: true }));
    case 'closing_soon':
      return words.closingAt(
        open.closesAt ? momentPhrase(open.closesAt, now, language, { nightIsToday: true }) : '',
      );
    case 'closed':
      if (!open.opensAt) return words.opensNotSoon;
      return words.opensAt(momentPhrase(open.opensAt, now, language));
    case 'unknown':
      return words.hoursUnknown;
  }
}

function suspendedLine(until: string | undefined, now: Date, language: Language): string {
  const words = MESSAGES[language];
  return until ? words.suspendedUntil(momentPhrase(until, now, language)) : words.suspended;
}

/** A reason of the arrival confidence as a sentence, or briefly for a line of the list. */
export function reasonPhrase(
  reason: ConfidenceReason,
  kind: Opening['kind'],
  now: Date,
  language: Language,
  { isBrief = false } = {},
): string {
  const words = MESSAGES[language];
  switch (reason.code) {
    case 'open':
      return hoursLine(
        kind,
        { status: 'open', holidaysKnown: true, ...(reason.until && { closesAt: reason.until }) },
        now,
        language,
      );
    case 'closing_soon':
      return hoursLine(
        kind,
        { status: 'closing_soon', holidaysKnown: true, closesAt: reason.until },
        now,
        language,
      );
    case 'closed':
      return reason.opensAt ? words.opensAt(momentPhrase(reason.opensAt, now, language)) : words.opensNotSoon;
    case 'retired':
      return words.retired;
    case 'suspended':
      return `${suspendedLine(reason.until, now, language)}${language === 'zh' ? '：' : ': '}${reason.reason}`;
    case 'door_locked':
      return words.doorLockedSaid(agoPhrase(reason.at, now, language));
    case 'wrong_information':
      return words.wrongInformationSaid(agoPhrase(reason.at, now, language));
    case 'seen_by_rider':
      return words.seenByRider(agoPhrase(reason.at, now, language));
    case 'hours_unknown':
      return words.hoursUnknown;
    case 'holiday_hours_unknown':
      return words.holidayHoursUnknown;
    case 'holidays_not_announced':
      return words.holidaysNotAnnounced;
    case 'verified': {
      const ago = agoPhrase(reason.at, now, language);
      if (reason.by === 'staff') return words.verifiedByStaff(ago);
      if (reason.by === 'merchant') return words.verifiedByMerchant(ago);
      return reason.by === 'check_in' ? words.verifiedByCheckIn(ago) : words.verified(ago);
    }
    case 'not_verified_for':
      return words.notVerifiedFor(reason.days);
    case 'never_verified':
      return isBrief ? words.unverified : words.neverVerified;
    case 'amenity_broken':
      return words.amenityBroken(AMENITY_WORDS[reason.amenity][language]);
    case 'amenity_missing':
      return words.amenityMissing(AMENITY_WORDS[reason.amenity][language]);
  }
}
