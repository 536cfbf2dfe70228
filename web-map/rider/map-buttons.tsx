import { Icon } from '../ui/icon.tsx';
import { useStore, useWords } from './store-context.ts';

/** The page's own buttons in the map's column: find me, and about this map. */
export function MapButtons() {
  const store = useStore();
  const { words } = useWords();
  const isLocating = store.locating.value === 'locating';
  return (
    <>
      <button
        type="button"
        class={`map-button${store.own.value ? ' map-button-on' : ''}`}
        aria-label={isLocating ? words.locating : words.locateMe}
        title={words.locateMe}
        aria-busy={isLocating}
        onClick={store.locateMe}
      >
        <Icon id="locate" />
      </button>
      <button
        type="button"
        class="map-button"
        aria-label={words.aboutPage}
        title={words.aboutPage}
        onClick={() => store.open({ panel: 'about' })}
      >
        <Icon id="info" />
      </button>
    </>
  );
}
