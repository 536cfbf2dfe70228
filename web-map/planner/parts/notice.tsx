import { problemSentence } from '../../i18n/problem-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../words/use-words.ts';

/** A question that was not answered, and the way to ask again. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { words, language } = useWords();
  return (
    <div class="notice-card" role="alert">
      <p>{problemSentence(error, words, language)}</p>
      <Button onClick={onRetry}>{words.retry}</Button>
    </div>
  );
};

/** A write that did not go through, and why. */
export const Refused = ({ error }: { error: unknown }) => {
  const { words, language } = useWords();
  if (error === undefined) return null;
  return (
    <div class="refused" role="alert">
      <Icon id="warning" />
      <p>{problemSentence(error, words, language)}</p>
    </div>
  );
};

/** Lines where text will stand. */
export const Skeleton = ({ rows }: { rows: number }) => {
  const { words } = useWords();
  return (
    <div class="skeleton skeleton-rows" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class={row % 2 ? 'bone bone-short' : 'bone bone-title'} />
      ))}
    </div>
  );
};
