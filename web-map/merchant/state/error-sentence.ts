import { ApiError } from '../../../shared/api/client.ts';
import type { ErrorCode } from '../../../shared/api/problem.ts';
import type { Language } from '../../i18n/language.ts';
import { MERCHANT_MESSAGES } from '../../i18n/merchant/messages.ts';

/** What went wrong, as a sentence for people; what was typed is never lost by it. */
export const errorSentence = (error: unknown, language: Language): string => {
  const words = MERCHANT_MESSAGES[language];
  if (error instanceof ApiError) return error.problem?.title[language] ?? words.failed;
  return navigator.onLine ? words.failed : words.offline;
};

/** Whether the API refused something for a certain reason. */
export const isRefusedAs = (error: unknown, code: ErrorCode): boolean =>
  error instanceof ApiError && error.problem?.code === code;
