import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NewPlace } from '../../../shared/place/place.ts';
import { plainText, withVisibleCharacters } from '../../../shared/place/plain-text.ts';

describe('plainText', () => {
  it.each([
    ...['\u001b[2J', 'a\u0000', '\u009b', '\u202ex', '\u2066', '\u200f', 'a\u061cb', '\ud800x', 'x\udfff'],
    ...['\u200b', '暖新\u2060巢', '\ufeff暖新巢', 'a\u{e0041}\u{e007f}'],
  ])('refuses %j', (text) => {
    expect(plainText(60).safeParse(text).success).toBe(false);
    expect(NewPlace.shape.name.safeParse(text).success).toBe(false);
    expect(withVisibleCharacters(text)).toContain('�');
  });

  it.each(['', '武夷路 1号（东门）', 'two\r\nlines\tand a tab', '👩‍🚒', '𠮷野家'])('takes %j', (text) => {
    expect(plainText(60).safeParse(text).success).toBe(true);
    expect(withVisibleCharacters(text)).toBe(text);
  });

  it('is as long as it says, and a JSON schema can say it', () => {
    expect(plainText(2).safeParse('abc').success).toBe(false);
    expect(z.toJSONSchema(plainText(2))).toMatchObject({ type: 'string', maxLength: 2 });
  });
});
