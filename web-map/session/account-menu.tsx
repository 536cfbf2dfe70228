import { useSignal } from '@preact/signals';
import { IconButton } from '../ui/button.tsx';
import { AccountPanel } from './account-panel.tsx';
import { useSessionWords } from './use-session-words.ts';

/** The button of one's own account, for the header of a page. */
export function AccountMenu() {
  const words = useSessionWords();
  const isOpen = useSignal(false);
  return (
    <>
      <IconButton icon="people" label={words.account} onClick={() => (isOpen.value = true)} />
      {isOpen.value && <AccountPanel onClose={() => (isOpen.value = false)} />}
    </>
  );
}
