import * as z from 'zod';

/**
 * Control characters, which a terminal obeys, and marks of writing direction, which make a line read other than
 * it is; what has no width, which makes two names look like one; and halves of a character, which nothing can store.
 * Tabs, line ends, and what joins two signs into one (an emoji) are text.
 */
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cs}]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

/** Whether a text holds characters that nobody sees and something obeys. */
export const hasHiddenCharacters = (text: string): boolean => HIDDEN.test(text);

/** A text whose hidden characters are shown as `�`. */
export const withVisibleCharacters = (text: string): string => text.replace(ALL_HIDDEN, '�');

/** A text of at most `most` characters that is what it looks like. */
export const plainText = (most: number) =>
  z
    .string()
    .max(most)
    .regex(
      /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}])*$/u,
    );
