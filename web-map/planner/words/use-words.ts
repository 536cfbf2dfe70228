import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES, type PlannerMessages } from '../../i18n/planner/messages.ts';
import { language } from '../../page-language.ts';

/** The sentences of the page in the language that is spoken, and the language. */
export const useWords = (): { words: PlannerMessages; language: Language } => ({
  words: PLANNER_MESSAGES[language.value],
  language: language.value,
});
