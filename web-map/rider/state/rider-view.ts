import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HolidayTable } from '../../../shared/calendar/holidays.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { tilesOfDisc } from '../../../shared/geo/tile.ts';
import { placeMatcher } from '../../../shared/place/place-filter.ts';
import { nearestOpen, rankPlaces } from '../../../shared/place/rank.ts';
import { queryWords } from '../../../shared/place/search-match.ts';
import type { SiteConfig } from '../../../shared/site/site-config.ts';
import type { Language } from '../../i18n/language.ts';
import { mapPlaceOf } from '../../map/map-place-of.ts';
import type { Viewport } from '../../map/map-view.ts';
import type { DetailState } from './detail-store.ts';
import { listState, PLACES_FROM_ZOOM } from './list-state.ts';
import { openPlace } from './open-place.ts';
import type { OwnPosition } from './own-position.ts';
import { FARTHER_METERS, isInBbox, NEARBY_METERS, originOf, tilesToLoad } from './standpoint.ts';
import type { TileStore } from './tile-store.ts';
import { readUrlState, type UrlState, writeUrlState } from './url-state.ts';

/** What the page shows is worked out from these. */
export type Seen = {
  start: SiteConfig['start'];
  url: ReadonlySignal<UrlState>;
  now: ReadonlySignal<Date>;
  viewport: ReadonlySignal<Viewport | undefined>;
  centre: ReadonlySignal<Position>;
  language: ReadonlySignal<Language>;
  isOnline: ReadonlySignal<boolean>;
  holidays: ReadonlySignal<HolidayTable>;
  tiles: TileStore;
  own: ReadonlySignal<OwnPosition | undefined>;
  detail: ReadonlySignal<DetailState>;
};

/** The list, the map and the open place as they follow from what is known; nothing here changes anything else. */
export function createRiderView({
  start,
  url,
  now,
  viewport,
  centre,
  language,
  isOnline,
  holidays,
  tiles,
  own,
  detail,
}: Seen) {
  const zoom = computed(() => viewport.value?.zoom ?? url.value.view?.zoom ?? start.zoom);
  const chosen = computed(() => url.value.from);
  const origin = computed(() => originOf(chosen.value, own.value?.position, centre.value));
  const standpoint = computed(() => ({
    origin: origin.value.position,
    now: now.value,
    holidays: holidays.value,
  }));
  const isPlacesZoom = computed(() => zoom.value >= PLACES_FROM_ZOOM);
  const wide = signal(false);
  const wantedTiles = computed(() =>
    viewport.value && isPlacesZoom.value
      ? tilesToLoad(viewport.value.bbox, origin.value.position, wide.value ? FARTHER_METERS : NEARBY_METERS)
      : [],
  );

  const inView = computed(() => {
    const bbox = viewport.value?.bbox;
    return bbox ? tiles.places.value.filter(({ geometry }) => isInBbox(geometry.coordinates, bbox)) : [];
  });
  const openNow = computed(() => url.value.openNow);
  /** As text, so that a moved map or an opened place does not rank everything anew. */
  const wish = computed(() =>
    writeUrlState({
      ...url.value,
      place: undefined,
      from: undefined,
      view: undefined,
      language: undefined,
      openNow: false,
    }),
  );
  /** The wish without the hour: what is closed still tells that it is there. */
  const anyHour = computed(() => readUrlState(wish.value));
  const everywhere = computed(() => rankPlaces(tiles.places.value, anyHour.value, standpoint.value));
  /** What fits in the view; a search, or a wish that nothing in the view fulfils, looks at everything loaded. */
  const matching = computed(() => {
    if (queryWords(anyHour.value.query).length > 0) return everywhere.value;
    const here = rankPlaces(inView.value, anyHour.value, standpoint.value);
    return here.length > 0 || inView.value.length === 0 ? here : everywhere.value;
  });
  const nearestOpenAnywhere = computed(() => nearestOpen(everywhere.value, now.value));
  const tilesStatus = computed(() => tiles.statusOf(wantedTiles.value));
  /** Whether everything near the origin was there once; later the list changes as tiles come. */
  const isSettled = signal(false);
  effect(() => {
    const near = tilesOfDisc(origin.value.position, NEARBY_METERS);
    if (viewport.value && !tiles.statusOf(near).loading) isSettled.value = true;
  });
  /** The age of what is shown, when it could not be refreshed or the network is gone. */
  const savedAt = computed(() => {
    const { stale, loadedAt } = tilesStatus.value;
    return stale || !isOnline.value ? loadedAt : undefined;
  });
  const list = computed(() =>
    listState({
      zoom: zoom.value,
      now: now.value,
      tiles: {
        first: !isSettled.value,
        loading: tilesStatus.value.loading || !viewport.value,
        failed: tilesStatus.value.failed,
        offline: !isOnline.value,
        savedAt: savedAt.value,
      },
      placesInView: inView.value.length,
      matching: matching.value,
      openNow: openNow.value,
      get nearestOpenAnywhere() {
        return nearestOpenAnywhere.value;
      },
    }),
  );

  /** What stands on the map: everything loaded that fits, open or not as asked. */
  const onMap = computed(() => {
    const matches = placeMatcher(anyHour.value);
    return tiles.places.value
      .filter(({ properties }) => matches(properties))
      .map((place) => mapPlaceOf(place, now.value, holidays.value, language.value))
      .filter(({ status }) => !openNow.value || status === 'open' || status === 'closing_soon');
  });

  const shownCount = computed(() => {
    const shown = list.value;
    if (shown.name === 'results' || shown.name === 'saved_results') return shown.others.length + 1;
    return shown.name === 'none_open' ? shown.closed.length : 0;
  });
  const place = computed(() => {
    const { id, detail: known } = detail.value;
    const summary = id === undefined ? undefined : tiles.places.value.find((place) => place.id === id);
    return openPlace(id, summary, known, url.value.amenities, standpoint.value);
  });

  // Nothing that fits or is open near by: look farther before saying so.
  effect(() => {
    const { name } = list.value;
    if (name === 'none_found' || (name === 'none_open' && !nearestOpenAnywhere.value)) wide.value = true;
  });

  return { zoom, origin, wantedTiles, list, onMap, savedAt, place, shownCount };
}
