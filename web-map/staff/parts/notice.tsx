import type { ComponentChildren } from 'preact';
import { problemSentence } from '../../i18n/problem-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconId } from '../../ui/icons/icon-id.ts';
import { isOutdated } from '../state/is-outdated.ts';
import type { Answer } from '../state/use-answer.ts';
import { useWords } from '../words/use-words.ts';

/** Why there is nothing to see, and what can be done. */
export const Empty = ({
  icon,
  heading,
  children,
}: {
  icon: IconId;
  heading: string;
  children?: ComponentChildren;
}) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon id={icon} />
    </span>
    <h2>{heading}</h2>
    {children}
  </div>
);

/** A question that was not answered, and the way to ask again. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { words, language } = useWords();
  return (
    <div class="failed" role="alert">
      <p>{problemSentence(error, words, language)}</p>
      <Button onClick={onRetry}>{words.retry}</Button>
    </div>
  );
};

/** A write that did not go through; where somebody else was quicker, how to see the newest state. */
export const Refused = ({ error, onReload }: { error: unknown; onReload?: () => void }) => {
  const { words, language } = useWords();
  if (error === undefined) return null;
  const sentence = problemSentence(error, words, language);
  return (
    <div class="refused" role="alert">
      <Icon id="warning" />
      <p>{isOutdated(error) ? words.problem.outdated(sentence) : sentence}</p>
      {isOutdated(error) && onReload && (
        <button type="button" class="plain-button" onClick={onReload}>
          {words.problem.reload}
        </button>
      )}
    </div>
  );
};

/** Lines where text will stand. */
export const Skeleton = ({ rows }: { rows: number }) => {
  const { words } = useWords();
  return (
    <div class="skeleton skeleton-rows" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton-row">
          <span class="bone bone-title" />
          <span class="bone bone-short" />
        </div>
      ))}
    </div>
  );
};

/** What stands in the place of an answer until it is there. */
export const Unanswered = ({
  answer: { value, error, reload },
  rows,
}: {
  answer: Pick<Answer<unknown>, 'value' | 'error' | 'reload'>;
  rows: number;
}) => {
  if (error !== undefined) return <Failed error={error} onRetry={() => void reload()} />;
  return value === undefined ? <Skeleton rows={rows} /> : null;
};
