import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence of the merchants' page. */
export type MerchantMessages = typeof zh;

/** The dictionary of each language. */
export const MERCHANT_MESSAGES: Readonly<Record<Language, MerchantMessages>> = { zh, en };
