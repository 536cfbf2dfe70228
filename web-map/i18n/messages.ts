import { en } from './en.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

/** Every sentence of the pages: plain, or made from values. */
export type Messages = {
  [Key in keyof typeof zh]: (typeof zh)[Key] extends string ? string : (typeof zh)[Key];
};

/** The dictionary of each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { zh, en };
