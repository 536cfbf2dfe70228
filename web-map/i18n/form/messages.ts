import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence of the controls. */
export type FormMessages = typeof zh;

/** The dictionary of each language. */
export const FORM_MESSAGES: Readonly<Record<Language, FormMessages>> = { zh, en };
