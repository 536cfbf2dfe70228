import { MERCHANT_MESSAGES } from '../i18n/merchant/messages.ts';
import { language } from '../page-language.ts';

/** The sentences of the page in its language, and the language; a component that asks follows it. */
export const merchantWords = () => ({ words: MERCHANT_MESSAGES[language.value], language: language.value });
