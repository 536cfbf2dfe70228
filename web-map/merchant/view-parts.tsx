import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconId } from '../ui/icons/icon-id.ts';
import { merchantWords } from './merchant-words.ts';
import { errorSentence } from './state/error-sentence.ts';
import { addressOfView, type PageView } from './state/page-view.ts';

/** The heading of a view with the way back above it; views move the focus to it. */
export function ViewTitle({
  back,
  backLabel,
  children,
}: {
  back: PageView;
  backLabel?: string;
  children: ComponentChildren;
}) {
  const { words } = merchantWords();
  return (
    <div class="view-title">
      <a class="back-link no-print" href={addressOfView(back)}>
        <Icon id="back" />
        {backLabel ?? words.back}
      </a>
      <h1 tabIndex={-1}>{children}</h1>
    </div>
  );
}

/** What did not load, and trying again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words, language } = merchantWords();
  return (
    <div class="card load-failed" role="alert">
      <p>{errorSentence(error, language)}</p>
      <Button icon="refresh" onClick={onRetry}>
        {words.retry}
      </Button>
    </div>
  );
}

/** The shape of a card that is on its way. */
export function CardSkeleton() {
  const { words } = merchantWords();
  return (
    <div class="card skeleton" aria-busy="true">
      <span class="visually-hidden">{words.loading}</span>
      <span class="bone bone-title" />
      <span class="bone" />
      <span class="bone bone-short" />
    </div>
  );
}

/** A row that leads somewhere: words, what is there now, a chevron. */
export const LinkRow = ({
  icon,
  label,
  note,
  href,
  onClick,
}: {
  icon: IconId;
  label: string;
  note?: string | undefined;
  href?: string;
  onClick?: () => void;
}) => {
  const content = (
    <>
      <Icon id={icon} />
      <span class="row-words">
        {label}
        {note && <small>{note}</small>}
      </span>
      <Icon id="chevron" />
    </>
  );
  return href ? (
    <a class="link-row" href={href}>
      {content}
    </a>
  ) : (
    <button type="button" class="link-row" onClick={onClick}>
      {content}
    </button>
  );
};

/** A box with a word of explanation; `warn` where something is asked of the reader. */
export const Notice = ({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: 'plain' | 'warn' | 'good';
  icon: IconId;
  children: ComponentChildren;
}) => (
  <div class={`notice-box notice-${kind}`}>
    <Icon id={icon} />
    <div>{children}</div>
  </div>
);
