import { AMENITY_WORDS } from '../../../shared/labels/place-words.ts';
import { ageInDays } from '../../../shared/place/freshness.ts';
import type { WorkItem } from '../../../shared/place/work-item.ts';
import type { Language } from '../../i18n/language.ts';
import { datePhrase } from '../../i18n/phrases.ts';
import { STAFF_MESSAGES } from '../../i18n/staff/messages.ts';
import { daysUntil, momentWords } from '../words/moment-words.ts';

/** What is the matter with a place, a sentence for each reason; riders' signs are told apart. */
export function workFacts({ place, reasons }: WorkItem, now: Date, language: Language): string[] {
  const words = STAFF_MESSAGES[language].work;
  const separator = STAFF_MESSAGES[language].comma;
  return reasons.flatMap((reason): string | string[] => {
    switch (reason) {
      case 'broken_equipment': {
        const broken = place.amenities.filter(({ state }) => state === 'broken');
        return words.brokenFact(broken.map(({ code }) => AMENITY_WORDS[code][language]).join(separator));
      }
      case 'stale':
        return place.verifiedAt ? words.staleFact(ageInDays(place.verifiedAt, now)) : [];
      case 'expiring': {
        if (!place.confirmBy) return [];
        const days = daysUntil(place.confirmBy, now);
        return days < 0
          ? words.expiredFact(-days)
          : words.expiringFact(days, datePhrase(place.confirmBy, language));
      }
      case 'suspension_over':
        return place.suspension?.until
          ? words.suspensionOverFact(momentWords(place.suspension.until, language))
          : [];
      default:
        return [];
    }
  });
}
