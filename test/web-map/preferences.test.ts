// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { languageToSpeak, readPreferences, savePreferences } from '../../web-map/preferences.ts';

beforeEach(() => localStorage.clear());

describe('preferences', () => {
  it('come back as they were saved', () => {
    savePreferences({ language: 'en', largeText: true });
    expect(readPreferences()).toEqual({ language: 'en', largeText: true });
  });

  it('are none where something else is saved', () => {
    for (const saved of ['not json', '[]', '"text"', '{"language":"fr","largeText":1}']) {
      localStorage.setItem('nuanxin.preferences', saved);
      expect(readPreferences()).toEqual({ language: undefined, largeText: false });
    }
  });
});

describe('languageToSpeak', () => {
  it("prefers the link's language to the saved one, and that to the browser's", () => {
    expect(languageToSpeak('en', 'zh', ['zh-CN'])).toBe('en');
    expect(languageToSpeak(undefined, 'en', ['zh-CN'])).toBe('en');
    expect(languageToSpeak(undefined, undefined, ['fr-FR', 'en-GB'])).toBe('en');
  });

  it('is Chinese where nobody says anything else', () => {
    expect(languageToSpeak(undefined, undefined, ['fr', 'enm'])).toBe('zh');
    expect(languageToSpeak(undefined, undefined, [])).toBe('zh');
  });
});
