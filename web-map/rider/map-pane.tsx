import { effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../i18n/language.ts';
import { MESSAGES } from '../i18n/messages.ts';
import type { MapPlace } from '../map/map-place.ts';
import { createMapView } from '../map/map-view.ts';
import { mapWordsOf } from '../map/map-words.ts';
import { MapButtons } from './map-buttons.tsx';
import { bboxAround, withoutFoot } from './state/viewport-of.ts';
import { StoreContext, useStore } from './store-context.ts';

const CLOSE_ZOOM = 16;

/** The map of the page: kept in step with the store both ways. */
export function MapPane({ coveredPixels }: { coveredPixels: number }) {
  const store = useStore();
  const container = useRef<HTMLDivElement>(null);
  const setPadding = useRef<(bottom: number) => void>(() => undefined);
  const shown = useRef<string | undefined>(undefined);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const { config } = store;
    const viewport = store.url.peek().view ?? config.start;
    const view = createMapView(element, {
      baseLayer: config.baseLayer,
      viewport,
      // The list has measured itself before this runs, so that the start is the middle of what is seen.
      padding: { bottom: store.coveredPixels },
      words: wordsIn(store.language.peek()),
      onMove: (next) => store.moved(seenPart(next)),
      onResize: (next) => store.resized(seenPart(next)),
      onSelect: (id) => store.open({ place: id, sheet: 'half' }),
      onTap: (position) => {
        if (store.tapMap(position)) store.say(MESSAGES[store.language.peek()].startChosen);
      },
      onSelectArea: (code) => store.showSubdistrict(code),
    });
    const seenPart = (next: ReturnType<typeof view.getViewport>) => ({
      ...next,
      bbox: withoutFoot(next.bbox, store.peekPixels / Math.max(1, element.clientHeight)),
    });
    setPadding.current = (bottom) => view.setPadding({ bottom });
    store.resized(seenPart(view.getViewport()));

    const buttons = document.createElement('div');
    buttons.className = 'map-page-buttons';
    view.controls.prepend(buttons);
    render(
      <StoreContext.Provider value={store}>
        <MapButtons />
      </StoreContext.Provider>,
      buttons,
    );

    // In a task of its own: with thousands of places, list and map in one would hold up the finger.
    let next: readonly MapPlace[] | undefined;
    const drawSoon = (places: readonly MapPlace[]) => {
      if (!next)
        setTimeout(() => {
          if (next && element.isConnected) view.setPlaces(next);
          next = undefined;
        });
      next = places;
    };
    const endings = [
      effect(() => drawSoon(store.onMap.value)),
      effect(() => view.setWords(wordsIn(store.language.value))),
      effect(() => view.setSelected(store.url.value.place)),
      effect(() =>
        view.setAreas(
          store.subdistricts.value.map(({ id, geometry, properties: { name, nameEn, counts } }) => ({
            code: id,
            name: store.language.value === 'en' ? nameEn : name,
            outline: geometry,
            total: counts.station + counts.merchant + counts.facility,
          })),
        ),
      ),
      effect(() => {
        const { from } = store.url.value;
        const own = store.own.value;
        view.setOwnPosition(from ? { position: from, chosen: true } : own && { ...own, chosen: false });
      }),
      effect(() => {
        const camera = store.camera.value;
        if (!camera) return;
        if ('bbox' in camera) view.showBbox(camera.bbox);
        else view.show(camera.position, camera.zoom === undefined ? {} : { zoom: camera.zoom });
      }),
      // A place that opens comes into sight above the sheet; once, not at every minute.
      effect(() => {
        const id = store.place.value?.id;
        const place = untracked(() => store.place.value);
        if (!id || !place || id === shown.current) return;
        shown.current = id;
        setTimeout(() => view.show(place.position, { zoom: Math.max(view.getViewport().zoom, CLOSE_ZOOM) }));
      }),
    ];
    return () => {
      for (const end of endings) end();
      render(null, buttons);
      view.destroy();
    };
  }, []);

  useEffect(() => setPadding.current(coveredPixels), [coveredPixels]);

  return <div class="map-pane" ref={container} id="map" />;
}

/** The view that the map will have, from the size of the window: places need not wait for the map. */
export const firstViewport = (
  { center, zoom }: { center: [number, number]; zoom: number },
  window: Window,
) => ({ center, zoom, bbox: bboxAround(center, zoom, window.innerWidth, window.innerHeight * 0.7) });

const wordsIn = (language: Language) => mapWordsOf(MESSAGES[language], MESSAGES[language].map);
