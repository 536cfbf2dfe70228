/**
 * Control characters, which a terminal obeys, and marks of writing direction, which make a line read other than
 * it is; what has no width, which makes two names look like one; and halves of a character, which nothing can store.
 * Tabs, line ends, and what joins two signs into one (an emoji) are text.
 */
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cs}]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

/** Nothing but white space and signs that show nothing by themselves. */
const BLANK = /^[\s\u00ad\u115f\u1160\u180e\u200c-\u200d\u2800\u3164\uffa0]+$/u;

/** A pile of marks covers the lines around it; no script in use stacks more than four on one letter. */
const PILE = /\p{M}{5}/u;

/** Whether a text holds characters that nobody sees and something obeys, or shows nothing at all. */
export const hasHiddenCharacters = (text: string): boolean => HIDDEN.test(text) || BLANK.test(text);

/** Whether a text piles so many marks on one letter that they cover what stands around it. */
export const hasPiledMarks = (text: string): boolean => PILE.test(text);

/** Whether a text is more than one line, or has a tab in it. */
export const hasLineEnds = (text: string): boolean => /[\t\n\r\u2028\u2029]/.test(text);

/** A text whose hidden characters are shown as `�`. */
export const withVisibleCharacters = (text: string): string => text.replace(ALL_HIDDEN, '�');

/** A text that is what it looks like: it may be empty, but not blank. Free of zod, so that pages can afford it. */
export const PLAIN_TEXT =
  /^(?![\s\u00ad\u115f\u1160\u180e\u200c-\u200d\u2800\u3164\uffa0]+$)(?![\s\S]*\p{M}{5})(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}])*$/u;

/** The same, of one line and without tabs. */
export const PLAIN_LINE =
  /^(?![\s\u00ad\u115f\u1160\u180e\u200c-\u200d\u2800\u3164\uffa0]+$)(?![\s\S]*\p{M}{5})[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]*$/u;
