import { signal } from '@preact/signals';
import { LANGUAGE_TAGS, type Language } from './i18n/language.ts';
import { languageToSpeak, readPreferences, savePreferences } from './preferences.ts';

/** The language that the pages of merchants and staff speak: the saved one, else the browser's. */
export const language = signal<Language>(
  languageToSpeak(undefined, readPreferences().language, navigator.languages),
);

/** Speaks another language, and remembers it on this device. */
export const speak = (next: Language): void => {
  language.value = next;
  document.documentElement.lang = LANGUAGE_TAGS[next];
  savePreferences({ ...readPreferences(), language: next });
};

/** Says in the document which language it speaks, and how large. Called once when a page starts. */
export const announceLanguage = (): void => {
  document.documentElement.lang = LANGUAGE_TAGS[language.value];
  document.documentElement.classList.toggle('large-text', readPreferences().largeText);
};
