import { Icon } from '../../ui/icon.tsx';
import { useStore, useWords } from '../store-context.ts';

/** Above the list: what the first entry is, and where distances start. */
export function ListHeader({ heading }: { heading: string }) {
  const store = useStore();
  const { words } = useWords();
  const from = { own: words.fromYou, chosen: words.fromChosen, centre: words.fromCentre };
  return (
    <div class="list-header">
      <h2>{heading}</h2>
      <button
        type="button"
        class="start-button"
        title={words.changeStart}
        onClick={() => store.open({ panel: 'start' })}
      >
        <Icon id="pin" />
        {from[store.origin.value.kind]}
        <span class="visually-hidden">{words.changeStart}</span>
        <Icon id="chevron" />
      </button>
    </div>
  );
}
