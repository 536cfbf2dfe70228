import { language } from '../../page-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { problemSentence } from '../state/problem-sentence.ts';
import { useWords } from '../words/use-words.ts';

/** A question that was not answered, and the way to ask again. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { words } = useWords();
  return (
    <div class="notice-card" role="alert">
      <p>{problemSentence(error, language.value)}</p>
      <Button onClick={onRetry}>{words.retry}</Button>
    </div>
  );
};

/** A write that did not go through, and why. */
export const Refused = ({ sentence }: { sentence: string | undefined }) =>
  sentence ? (
    <div class="refused" role="alert">
      <Icon id="warning" />
      <p>{sentence}</p>
    </div>
  ) : null;

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
