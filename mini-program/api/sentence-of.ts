import { ApiError } from '../../shared/api/client.ts';
import { words } from '../words.ts';

/** What to say about a call that failed: the API's own title, or that the network is away. */
export const sentenceOf = (error: unknown): string => {
  if (!(error instanceof ApiError)) return words.offline;
  const title = error.problem?.title;
  if (!title) return words.failed;
  return words.appName === '暖新地图' ? title.zh : title.en;
};
