import { type Language, languageOf } from './i18n/language.ts';

/** What someone set for themselves on this device. */
export type Preferences = { language: Language | undefined; largeText: boolean };

const KEY = 'nuanxin.preferences';

/** The saved preferences; none where nothing readable is saved or storage is forbidden. */
export function readPreferences(): Preferences {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const { language, largeText } = saved as Record<string, unknown>;
    return {
      language: language === 'zh' || language === 'en' ? language : undefined,
      largeText: largeText === true,
    };
  } catch {
    return { language: undefined, largeText: false };
  }
}

/** Saves preferences; a browser that keeps nothing forgets them with the page. */
export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    return;
  }
}

/** The language to speak: that of the link for this visit, else the saved one, else the browser's. */
export const languageToSpeak = (
  ofLink: Language | undefined,
  saved: Language | undefined,
  ofBrowser: readonly string[],
): Language => ofLink ?? saved ?? languageOf(ofBrowser);
