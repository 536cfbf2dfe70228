import * as z from 'zod';
import { PLAIN_LINE, PLAIN_TEXT } from './plain-characters.ts';

/** A text of at most `most` characters that is what it looks like: it may be empty, but not blank. */
export const plainText = (most: number) => z.string().max(most).regex(PLAIN_TEXT);

/** The same for a name, which is one line: a second one would stand in a list as if it were a thing of its own. */
export const plainLine = (most: number) => z.string().max(most).regex(PLAIN_LINE);
