import { batch, computed, effect, signal } from '@preact/signals';
import type { SubdistrictFeature } from '../../../shared/api/answers.ts';
import type { Client } from '../../../shared/api/client.ts';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import type { HolidayTable } from '../../../shared/calendar/holidays.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { SiteConfig } from '../../../shared/site/site-config.ts';
import { createClock } from '../../clock.ts';
import type { Language } from '../../i18n/language.ts';
import type { Viewport } from '../../map/map-view.ts';
import { languageToSpeak, readPreferences, savePreferences } from '../../preferences.ts';
import { bboxOfOutline } from './bbox-of-outline.ts';
import { createDetailStore } from './detail-store.ts';
import { createNavigation } from './navigation.ts';
import { createPositionFinder } from './own-position.ts';
import { createRiderView } from './rider-view.ts';
import { createSignStore } from './sign-store.ts';
import { createTileStore, type TileSource } from './tile-store.ts';

/** Everything the page knows, as signals, and what can be done with it. Components read; only this changes. */
export function createRiderStore(
  window: Window & typeof globalThis,
  client: Client,
  source: TileSource,
  config: SiteConfig,
) {
  const { navigator } = window;
  const now = createClock(window);
  const navigation = createNavigation(window);
  const { url } = navigation;
  const preferences = signal(readPreferences());
  const finder = createPositionFinder(navigator.geolocation);
  const tiles = createTileStore(source);
  const signs = createSignStore(window, client, now);
  const detail = createDetailStore(
    client,
    computed(() => url.value.place),
  );

  const language = computed(() =>
    languageToSpeak(url.value.language, preferences.value.language, navigator.languages),
  );
  const isOnline = signal(navigator.onLine);
  const holidays = signal<HolidayTable>(ANNOUNCED_HOLIDAYS);
  const subdistricts = signal<readonly SubdistrictFeature[]>([]);
  const viewport = signal<Viewport | undefined>(undefined);
  /** What a screen reader hears and a toast shows once. */
  const message = signal('');
  /** Changes to the new version of the page that lies ready. */
  const update = signal<(() => void) | undefined>(undefined);

  /** Where the map should go next, when the page and not a finger moves it. */
  const camera = signal<Camera | undefined>(undefined);
  /** The middle of the map as the rider left it; it waits while a place is open, so that its distance stays. */
  const centre = signal(url.value.view?.center ?? config.start.center);

  const seen = createRiderView({
    start: config.start,
    url,
    now,
    viewport,
    centre,
    language,
    isOnline,
    holidays,
    tiles,
    own: finder.own,
    detail: detail.state,
  });
  const { zoom, wantedTiles } = seen;

  const filterCount = computed(
    () =>
      url.value.kinds.length +
      url.value.categories.length +
      url.value.amenities.length +
      Number(url.value.openNow) +
      Number(url.value.roundTheClock),
  );

  const loadTiles = (again = false) => tiles.need(wantedTiles.peek(), { again });
  const loadOnce = async () => {
    const [areas, catalog] = await Promise.all([
      client('listSubdistricts').catch(() => undefined),
      client('getCatalog').catch(() => undefined),
    ]);
    batch(() => {
      if (areas) subdistricts.value = areas.features;
      if (catalog) holidays.value = catalog.holidays;
    });
  };

  effect(() => tiles.need(wantedTiles.value));
  effect(() => {
    now.value;
    loadTiles();
  });
  window.addEventListener('online', () => {
    isOnline.value = true;
    loadTiles(true);
    if (subdistricts.value.length === 0) loadOnce();
    if (detail.state.value.status === 'failed') detail.retry();
  });
  window.addEventListener('offline', () => {
    isOnline.value = false;
  });

  const prefer = (change: Partial<{ language: Language; largeText: boolean }>) => {
    preferences.value = { ...preferences.value, ...change };
    savePreferences(preferences.value);
  };

  const startFrom = (position: Position | undefined, { show = false } = {}) => {
    finder.forget();
    navigation.change({ from: position });
    if (position && show) camera.value = { position, zoom: Math.max(zoom.peek(), CLOSE_ZOOM) };
  };

  return {
    ...navigation,
    ...seen,
    config,
    /** How much of the map's foot the list covers at its lowest; what lies under it is not in view. */
    peekPixels: 0,
    /** How much of it the list covers as it stands. */
    coveredPixels: 0,
    now,
    language,
    largeText: computed(() => preferences.value.largeText),
    isOnline,
    holidays,
    subdistricts,
    viewport,
    message,
    update,
    offerUpdate(apply: () => void) {
      update.value = apply;
    },
    camera,
    filterCount,
    signs,
    /** Which of the pictures of the open place is shown large. */
    shownPhoto: signal(0),
    detail,
    own: finder.own,
    locating: finder.locating,
    places: tiles.places,
    loadOnce,
    /** The service worker has a newer answer than the one it gave: takes it. */
    refresh(path: string) {
      const [, x, y] = /^\/v1\/tiles\/14\/(\d+)\/(\d+)$/.exec(path) ?? [];
      if (x && y) tiles.need([{ x: Number(x), y: Number(y) }], { again: true });
      else loadOnce();
    },
    retry() {
      loadTiles(true);
      if (subdistricts.value.length === 0) loadOnce();
    },
    clearFilters() {
      navigation.change({
        kinds: [],
        categories: [],
        amenities: [],
        openNow: false,
        roundTheClock: false,
        query: '',
      });
    },
    setLanguage(language: Language) {
      prefer({ language });
      navigation.change({ language: undefined });
    },
    setLargeText(largeText: boolean) {
      prefer({ largeText });
    },
    /** Says something once, seen and heard. */
    say(text: string) {
      message.value = text;
    },
    /** Asks for the position, from a tap, and moves the map there. */
    async locateMe() {
      if (!(await finder.locate()) || !finder.own.value) return;
      navigation.change({ from: undefined, view: undefined });
      camera.value = { position: finder.own.value.position, zoom: Math.max(zoom.peek(), CLOSE_ZOOM) };
    },
    dismissLocating: finder.dismiss,
    /** Distances start at this point from now on (the middle of the map without one), not at the own position. */
    startFrom,
    /** A tap on the map: leaves a place that is open, else chooses the point that distances start from. */
    tapMap(position: Position) {
      if (url.value.place) return navigation.close('place');
      if (finder.own.value) return false;
      startFrom(position);
      return true;
    },
    showBbox(bbox: Bbox) {
      camera.value = { bbox };
    },
    showSubdistrict(code: string) {
      const subdistrict = subdistricts.value.find(({ id }) => id === code);
      if (subdistrict) camera.value = { bbox: bboxOfOutline(subdistrict.geometry) };
    },
    /** The map came to rest. The own position is never written into the address, so its view is not either. */
    moved(next: Viewport) {
      batch(() => {
        viewport.value = next;
        if (!url.value.place) centre.value = next.center;
      });
      navigation.change({ view: finder.own.value ? undefined : { center: next.center, zoom: next.zoom } });
    },
    /** The map shows more or less than before, as at the start or beside a keyboard; nobody moved it. */
    resized(next: Viewport) {
      viewport.value = next;
    },
  };
}

/** A movement of the map that the page asks for. */
export type Camera = { position: Position; zoom?: number } | { bbox: Bbox };

/** The zoom at which single doors can be told apart. */
const CLOSE_ZOOM = 16;

export type RiderStore = ReturnType<typeof createRiderStore>;
