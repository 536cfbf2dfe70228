import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NewPlace } from '../../../shared/place/place.ts';
import {
  hasHiddenCharacters,
  hasPiledMarks,
  withVisibleCharacters,
} from '../../../shared/place/plain-characters.ts';
import { plainLine, plainText } from '../../../shared/place/plain-text.ts';

describe('plainText', () => {
  it.each([
    ...['\u001b[2J', 'a\u0000', '\u009b', '\u202ex', '\u2066', '\u200f', 'a\u061cb', '\ud800x', 'x\udfff'],
    ...['\u200b', '暖新\u2060巢', '\ufeff暖新巢', 'a\u{e0041}\u{e007f}'],
  ])('refuses %j', (text) => {
    expect(plainText(60).safeParse(text).success).toBe(false);
    expect(NewPlace.shape.name.safeParse(text).success).toBe(false);
    expect(withVisibleCharacters(text)).toContain('�');
  });

  it.each([' ', '\t\n', '\u3000\u3000', '\u00a0', '\u2800', '\u3164', '\u200d', ' \u00ad '])(
    'refuses %j, which is not empty and shows nothing',
    (text) => {
      expect(plainText(60).safeParse(text).success).toBe(false);
      expect(hasHiddenCharacters(text)).toBe(true);
    },
  );

  it('takes letters with a few marks, and refuses a pile of them', () => {
    const bare = ['Phở Việt', 'שָׁ֣לוֹם', 'ก็ไก่', 'नमस्ते', '1\ufe0f\u20e3'];
    for (const text of bare.flatMap((each) => [each, each.normalize('NFD')])) {
      expect(plainText(60).safeParse(text).success, text).toBe(true);
      expect(hasPiledMarks(text)).toBe(false);
    }
    for (const text of [`店${'\u0336'.repeat(5)}`, `第一行\n暖${'\u0301\u0489'.repeat(20)}新`]) {
      expect(plainText(60).safeParse(text).success).toBe(false);
      expect(hasPiledMarks(text)).toBe(true);
    }
  });

  it.each(['', '武夷路 1号（东门）', 'two\r\nlines\tand a tab', '👩‍🚒', '𠮷野家'])('takes %j', (text) => {
    expect(plainText(60).safeParse(text).success).toBe(true);
    expect(withVisibleCharacters(text)).toBe(text);
  });

  it('is one line where a name is asked for', () => {
    for (const text of ['two\nlines', 'a\r', 'a\tb', 'a\u2028b', '\u202ex', '\ud800', ' '])
      expect(plainLine(60).safeParse(text).success, JSON.stringify(text)).toBe(false);
    for (const text of ['', '武夷路 1号（东门）', '👩‍🚒', 'Phở Việt'])
      expect(plainLine(60).safeParse(text).success, text).toBe(true);
  });

  it('is as long as it says, and a JSON schema can say it', () => {
    expect(plainText(2).safeParse('abc').success).toBe(false);
    expect(z.toJSONSchema(plainText(2))).toMatchObject({ type: 'string', maxLength: 2 });
  });
});
