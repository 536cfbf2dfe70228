import { ApiError } from '../../../shared/api/client.ts';
import type { ErrorCode } from '../../../shared/api/problem.ts';
import type { Language } from '../../i18n/language.ts';
import { STAFF_MESSAGES } from '../../i18n/staff/messages.ts';

/** Codes that mean: what is on the screen is no longer how it stands. */
const OUTDATED: readonly ErrorCode[] = [
  'precondition_failed',
  'wrong_state',
  'claimed_by_another',
  'conflict',
];

/** Why something failed, in one sentence, and whether a look at the newest state is the way on. */
export type ProblemSentence = { text: string; isOutdated: boolean };

/** The sentence of whatever a call was rejected with. */
export function problemSentence(error: unknown, language: Language): ProblemSentence {
  const words = STAFF_MESSAGES[language].problem;
  if (!(error instanceof ApiError)) {
    return { text: navigator.onLine ? words.unreachable : words.offline, isOutdated: false };
  }
  const { problem, status } = error;
  if (!problem) return { text: words.status(status), isOutdated: false };
  const isOutdated = OUTDATED.includes(problem.code);
  const title = problem.title[language];
  const fields = problem.fields?.map(({ field }) => field).join(words.comma);
  return { text: fields ? words.withFields(title, fields) : title, isOutdated };
}
