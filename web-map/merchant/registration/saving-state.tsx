import { Icon } from '../../ui/icon.tsx';
import type { IconId } from '../../ui/icons/icon-id.ts';
import { merchantWords } from '../merchant-words.ts';
import { errorSentence } from '../state/error-sentence.ts';
import type { DraftStore, Saving } from './draft-store.ts';

const ICONS: Readonly<Record<Saving, IconId>> = {
  saved: 'check',
  saving: 'refresh',
  offline: 'offline',
  held: 'warning',
  failed: 'warning',
};

/** Whether what was typed is safe: on the server, on its way, or on this phone. */
export function SavingState({ store }: { store: DraftStore }) {
  const { words, language } = merchantWords();
  const saving = store.saving.value;
  const text = saving === 'failed' ? errorSentence(store.error.value, language) : words.saving[saving];
  return (
    <p class={`saving-state saving-${saving}`} role="status">
      <Icon id={ICONS[saving]} />
      {text}
    </p>
  );
}
