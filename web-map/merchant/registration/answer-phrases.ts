import { AMENITY_WORDS, CATEGORY_WORDS } from '../../../shared/labels/place-words.ts';
import { weekPhrase } from '../../form/hours/hours-phrases.ts';
import { positionText } from '../../form/position/shown-position.ts';
import type { Language } from '../../i18n/language.ts';
import { MERCHANT_MESSAGES } from '../../i18n/merchant/messages.ts';
import type { AnswerName, Answers } from './answers.ts';

/** An answer as one line for reading it over; undefined where there is none. */
export const answerPhrase = (name: AnswerName, answers: Answers, language: Language): string | undefined => {
  const words = MERCHANT_MESSAGES[language];
  if (name === 'photos') return words.photosCount(answers.photos?.length ?? 0);
  const value = answers[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && name !== 'category') return value;
  const { category, position, schedule, amenities, services, access, consent } = answers;
  switch (name) {
    case 'category':
      return category && CATEGORY_WORDS[category][language];
    case 'position':
      return position && words.pickedAt(positionText(position.position));
    case 'schedule':
      return schedule && weekPhrase(schedule, language);
    case 'amenities':
      return amenities?.map(({ code }) => AMENITY_WORDS[code][language]).join(words.separator) || undefined;
    case 'services':
      return services?.map((service) => service.name).join(words.separator) || undefined;
    case 'access':
      return (
        [access?.entrance, access?.ebikeParking, access?.whoMayEnter].filter(Boolean).join(words.separator) ||
        undefined
      );
    case 'consent':
      return consent && words.pledgeVersion(consent.version);
    default:
      return undefined;
  }
};
