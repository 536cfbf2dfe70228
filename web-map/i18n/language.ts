import type { Words } from '../../shared/labels/words.ts';

/** The languages of the pages: the keys of every `Words`. */
export type Language = keyof Words;

/** BCP 47 tags for `lang` attributes. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/** The first of someone's languages that the pages speak; Chinese when there is none. */
export const languageOf = (preferred: readonly string[]): Language => {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh';
};
