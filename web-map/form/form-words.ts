import { FORM_MESSAGES } from '../i18n/form/messages.ts';
import { language } from '../page-language.ts';

/** The sentences of the controls in the page's language, and the language; a component that asks follows it. */
export const formWords = () => ({ words: FORM_MESSAGES[language.value], language: language.value });
