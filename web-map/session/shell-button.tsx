import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { IconId } from '../ui/icons/icon-id.ts';
import { isInShell, onSeenAgain, openInShell, type ShellPage } from './shell-bridge.ts';

/**
 * A button that opens a page of the shell over this one; nothing at all outside the shell. `before` is waited for, so
 * that the shell finds what was typed; `onBack` is called when this page is seen again.
 */
export function ShellButton({
  page,
  query,
  icon,
  before,
  onBack,
  children,
}: {
  page: ShellPage;
  query?: Record<string, string>;
  icon: IconId;
  before?: () => Promise<unknown>;
  onBack?: () => unknown;
  children: ComponentChildren;
}) {
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);
  if (!isInShell()) return null;
  const open = async () => {
    await before?.();
    stop.current();
    stop.current = onSeenAgain(() => {
      stop.current();
      void onBack?.();
    });
    openInShell(page, query);
  };
  return (
    <p class="shell-button">
      <Button icon={icon} onClick={() => void open()}>
        {children}
      </Button>
    </p>
  );
}
