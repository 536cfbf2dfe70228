import { ApiError } from '../../../shared/api/client.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';

/** Why something failed, in one sentence. */
export function problemSentence(error: unknown, language: Language): string {
  const words = PLANNER_MESSAGES[language];
  if (!(error instanceof ApiError))
    return navigator.onLine ? words.problem.unreachable : words.problem.offline;
  const { problem, status } = error;
  if (!problem) return words.problem.status(status);
  const fields = problem.fields?.map(({ field }) => field).join(words.comma);
  return fields ? words.problem.withFields(problem.title[language], fields) : problem.title[language];
}
