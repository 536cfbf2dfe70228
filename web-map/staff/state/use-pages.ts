import { useState } from 'preact/hooks';
import { type Answer, useAnswer } from './use-answer.ts';

/** A list that comes page by page. */
export type Pages<Page> = Answer<Page[]> & {
  /** Absent where everything is there. */
  loadMore: (() => Promise<void>) | undefined;
  isLoadingMore: boolean;
  moreError: unknown;
};

/** Asks for the first page whenever the key changes, and for the next one on wish. */
export function usePages<Page extends { next?: string | undefined }>(
  key: string,
  ask: (cursor: string | undefined, signal?: AbortSignal) => Promise<Page>,
): Pages<Page> {
  const answer = useAnswer(key, async (signal) => [await ask(undefined, signal)]);
  const [more, setMore] = useState<{ isLoading: boolean; error?: unknown }>({ isLoading: false });
  const pages = answer.value;
  const next = pages?.at(-1)?.next;

  const loadMore = async () => {
    setMore({ isLoading: true });
    try {
      const page = await ask(next);
      answer.replace([...(pages ?? []), page]);
      setMore({ isLoading: false });
    } catch (error) {
      setMore({ isLoading: false, error });
    }
  };
  return {
    ...answer,
    loadMore: next === undefined ? undefined : loadMore,
    isLoadingMore: more.isLoading,
    moreError: more.error,
  };
}
