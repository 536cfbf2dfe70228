import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../../web-map/i18n/messages.ts';

const HAN = /\p{Script=Han}/u;

describe('the dictionaries', () => {
  it('have the same keys, and say something under each', () => {
    expect(Object.keys(MESSAGES.en).sort()).toEqual(Object.keys(MESSAGES.zh).sort());
    for (const words of Object.values(MESSAGES))
      for (const [key, message] of Object.entries(words))
        expect(typeof message === 'string' ? message.trim() : message, key).toBeTruthy();
  });

  it('speak English in English', () => {
    const mixed = Object.entries(MESSAGES.en).filter(
      ([, message]) => typeof message === 'string' && HAN.test(message),
    );
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it('take their values into the sentence in both languages', () => {
    for (const { nearestOpenIs, offlineNotice, walk } of Object.values(MESSAGES)) {
      expect(nearestOpenIs('暖新巢', '1.4 km')).toMatch(/暖新巢.*1\.4 km/);
      expect(offlineNotice('10:42')).toContain('10:42');
      expect(walk(5)).toContain('5');
    }
  });
});
