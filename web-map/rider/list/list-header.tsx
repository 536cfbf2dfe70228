import { useStore, useWords } from '../store-context.ts';

/** Above the list: what the first entry is, and where distances start. */
export function ListHeader({ heading }: { heading: string }) {
  const store = useStore();
  const { words } = useWords();
  const from = { own: words.fromYou, chosen: words.fromChosen, centre: words.fromCentre };
  return (
    <div class="list-header">
      <h2>{heading}</h2>
      <button type="button" class="link-button" onClick={() => store.open({ panel: 'start' })}>
        <span>{from[store.origin.value.kind]}</span>
        <span class="link-button-hint">{words.changeStart}</span>
      </button>
    </div>
  );
}
