import { useEffect, useRef, useState } from 'preact/hooks';
import { clockTimeOf } from '../../shared/calendar/shanghai-time.ts';
import { LANGUAGE_TAGS } from '../i18n/language.ts';
import { nameOf } from '../i18n/place-phrases.ts';
import { BottomSheet } from '../ui/bottom-sheet.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { LanguageButton } from '../ui/language-button.tsx';
import { Toast } from '../ui/toast.tsx';
import { DetailBody } from './detail/detail-body.tsx';
import { DetailPeek } from './detail/detail-peek.tsx';
import { PhotoPanel } from './detail/photos.tsx';
import { PlaceGone, PlaceLoading } from './detail/place-missing.tsx';
import { ListBody } from './list/list-body.tsx';
import { ListPeek } from './list/list-peek.tsx';
import { listSentence } from './list/list-sentence.ts';
import { LocateNotice } from './locate-notice.tsx';
import { MapPane } from './map-pane.tsx';
import { AboutPanel } from './panels/about-panel.tsx';
import { FilterPanel } from './panels/filter-panel.tsx';
import { GoPanel } from './panels/go-panel.tsx';
import { StartPanel } from './panels/start-panel.tsx';
import { FilterChips } from './search/filter-chips.tsx';
import { SearchBar } from './search/search-bar.tsx';
import { useStore, useWords } from './store-context.ts';

/** The whole page: search above, the map, the list or a place over it, and one panel at most on top. */
export function RiderPage() {
  const store = useStore();
  const { words, language } = useWords();
  const [covered, setCovered] = useState(0);
  const panel = store.panel.value;
  const isPanelOpen = panel !== undefined;

  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
  }, [language]);
  const place = store.place.value;
  const title = place ? `${nameOf(place.properties, language)} · ${words.brand}` : words.pageTitle;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const largeText = store.largeText.value;
  useEffect(() => {
    document.documentElement.classList.toggle('large-text', largeText);
  }, [largeText]);

  return (
    <>
      <div class="page" inert={isPanelOpen}>
        <header class="top-bar">
          <h1 class="brand">
            <img src="/favicon.svg" alt="" width="32" height="32" />
            {words.brand}
          </h1>
          <div class="top-row">
            <SearchBar />
            <IconButton
              icon="text-size"
              label={words.largeText}
              isPressed={store.largeText.value}
              onClick={() => store.setLargeText(!store.largeText.value)}
            />
            <LanguageButton language={language} onSpeak={store.setLanguage} />
          </div>
          <FilterChips />
        </header>
        <div class="stage">
          <MapPane coveredPixels={covered} />
          <Notices />
          <Sheet onCovered={setCovered} />
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {listSentence(store.list.value, words, language)}
      </p>
      <Toast message={store.message} />
      {panel === 'filters' && <FilterPanel />}
      {panel === 'start' && <StartPanel />}
      {panel === 'about' && <AboutPanel />}
      {panel === 'go' && <GoPanel />}
      {panel === 'photo' && <PhotoPanel />}
    </>
  );
}

/** What the map is missing: the network, or the own position. */
function Notices() {
  const store = useStore();
  const { words } = useWords();
  const savedAt = store.savedAt.value;
  const time = savedAt && clockTimeOf(new Date(savedAt));
  return (
    <div class="notices">
      {time && (
        <p class="notice" role="status">
          {store.isOnline.value ? words.staleNotice(time) : words.offlineNotice(time)}
        </p>
      )}
      {store.update.value && (
        <div class="notice notice-wide" role="status">
          <strong>{words.updateReady}</strong>
          <Button onClick={store.update.value}>{words.updateNow}</Button>
        </div>
      )}
      <LocateNotice />
    </div>
  );
}

/** The list, or the place that is open, at the height the rider gave it. */
function Sheet({ onCovered }: { onCovered: (pixels: number) => void }) {
  const store = useStore();
  const { words } = useWords();
  const level = store.sheet.value;
  const { status, id } = store.detail.state.value;
  const place = store.place.value;
  const isDetail = id !== undefined;
  useFocusBack(id);
  return (
    <BottomSheet
      label={isDetail ? words.placeDetail : words.places}
      handleLabel={level === 'full' ? words.lowerList : words.raiseList}
      level={level}
      contentKey={id ?? 'list'}
      onLevel={store.resize}
      onHeight={(height, peek) => {
        store.peekPixels = isDetail ? store.peekPixels : peek;
        store.coveredPixels = height;
        onCovered(height);
      }}
      peek={
        isDetail ? (
          place ? (
            <DetailPeek place={place} />
          ) : status === 'loading' ? (
            <PlaceLoading />
          ) : (
            <PlaceGone isGone={status === 'gone'} />
          )
        ) : (
          <ListPeek />
        )
      }
    >
      {isDetail ? place && <DetailBody place={place} /> : <ListBody />}
    </BottomSheet>
  );
}

/** Gives the focus back to the entry of the list that led to a place, when that place is closed. */
function useFocusBack(id: string | undefined) {
  const before = useRef(id);
  useEffect(() => {
    const closed = before.current;
    before.current = id;
    if (id || !closed) return;
    const entry = document.querySelector<HTMLElement>(`[data-place="${closed}"]`);
    (entry ?? document.querySelector<HTMLElement>('.sheet-handle'))?.focus({ preventScroll: true });
  }, [id]);
}
