import type { Language } from '../../i18n/language.ts';
import { STAFF_MESSAGES, type StaffMessages } from '../../i18n/staff/messages.ts';
import { language } from '../../page-language.ts';

/** The sentences of the page in the language that is spoken, and the language. */
export const useWords = (): { words: StaffMessages; language: Language } => ({
  words: STAFF_MESSAGES[language.value],
  language: language.value,
});
