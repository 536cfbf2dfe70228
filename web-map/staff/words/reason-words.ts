import { CHANGE_REASON_WORDS } from '../../../shared/labels/change-words.ts';
import type { Words } from '../../../shared/labels/words.ts';
import type { Language } from '../../i18n/language.ts';

/** Why something was changed: the words of a code, or what somebody wrote. */
export const reasonWords = (reason: string, language: Language): string => {
  const known: Readonly<Record<string, Words>> = CHANGE_REASON_WORDS;
  return known[reason]?.[language] ?? reason;
};
