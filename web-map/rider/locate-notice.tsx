import { Button, IconButton } from '../ui/button.tsx';
import { useStore, useWords } from './store-context.ts';

/** Says that the position could not be had, and what works instead. */
export function LocateNotice() {
  const store = useStore();
  const { words } = useWords();
  const headings = {
    refused: words.locationRefused,
    failed: words.locationFailed,
    outside: words.locationOutside,
  };
  const locating = store.locating.value;
  if (locating === 'idle' || locating === 'locating' || locating === 'located') return null;
  return (
    <div class="notice notice-wide" role="status">
      <div>
        <strong>{headings[locating]}</strong>
        <p>{words.locationRefusedHint}</p>
      </div>
      <Button onClick={() => store.open({ panel: 'start' })}>{words.chooseStart}</Button>
      <IconButton icon="close" label={words.close} onClick={store.dismissLocating} />
    </div>
  );
}
