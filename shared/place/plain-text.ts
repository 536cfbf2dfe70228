import * as z from 'zod';
import { PLAIN_TEXT } from './plain-characters.ts';

/** A text of at most `most` characters that is what it looks like: it may be empty, but not blank. */
export const plainText = (most: number) => z.string().max(most).regex(PLAIN_TEXT);
