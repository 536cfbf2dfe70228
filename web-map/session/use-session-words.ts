import { SESSION_MESSAGES, type SessionMessages } from '../i18n/session/messages.ts';
import { language } from '../page-language.ts';

/** The sentences of signing in, in the language that is spoken. */
export const useSessionWords = (): SessionMessages => SESSION_MESSAGES[language.value];
