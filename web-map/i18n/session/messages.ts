import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence of signing in. */
export type SessionMessages = typeof zh;

/** The dictionary of each language. */
export const SESSION_MESSAGES: Readonly<Record<Language, SessionMessages>> = { zh, en };
