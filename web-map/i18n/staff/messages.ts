import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence of the staff's page, by the part of the page that says it. */
export type StaffMessages = typeof zh;

/** The dictionary of each language. */
export const STAFF_MESSAGES: Readonly<Record<Language, StaffMessages>> = { zh, en };
