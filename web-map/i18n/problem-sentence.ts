import { ApiError } from '../../shared/api/client.ts';
import type { Language } from './language.ts';

/** What a page's dictionary says of calls that fail. */
export type ProblemWords = {
  comma: string;
  problem: {
    unreachable: string;
    offline: string;
    status(status: number): string;
    withFields(title: string, fields: string): string;
  };
};

/** Why something failed, in one sentence: whatever a call was rejected with. */
export function problemSentence(
  error: unknown,
  { problem: words, comma }: ProblemWords,
  language: Language,
): string {
  if (!(error instanceof ApiError)) return navigator.onLine ? words.unreachable : words.offline;
  const { problem, status } = error;
  if (!problem) return words.status(status);
  const title = problem.title[language];
  const fields = problem.fields?.map(({ field }) => field).join(comma);
  return fields ? words.withFields(title, fields) : title;
}
