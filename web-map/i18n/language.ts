import type { Words } from '../../shared/labels/words.ts';

/** The languages of the pages: the keys of every `Words`. */
export type Language = keyof Words;

/** BCP 47 tags for `lang` attributes. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/** What a language calls itself, and a sign for it; the same in every dictionary. */
export const LANGUAGE_NAMES: Readonly<Record<Language, { name: string; sign: string }>> = {
  zh: { name: '中文', sign: '中' },
  en: { name: 'English', sign: 'En' },
};

/** The `lang` of a text from the data, where it is not the page's: Chinese on an English page. */
export const tagOfText = (text: string, language: Language): string | undefined =>
  language === 'en' && /\p{Script=Han}/u.test(text) ? LANGUAGE_TAGS.zh : undefined;

/** The first of someone's languages that the pages speak; Chinese when there is none. */
export const languageOf = (preferred: readonly string[]): Language => {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh';
};
