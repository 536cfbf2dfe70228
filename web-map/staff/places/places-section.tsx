import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { call } from '../../session/session-store.ts';
import { bboxOf } from '../parts/bbox-of.ts';
import { StaffMap } from '../parts/staff-map.tsx';
import { narrow, open, url } from '../state/address.ts';
import { now, subdistricts } from '../state/page-state.ts';
import { siteConfig } from '../state/site-config.ts';
import { usePages } from '../state/use-pages.ts';
import { recordMarker } from '../words/record-marker.ts';
import { useWords } from '../words/use-words.ts';
import { NewPlace } from './new-place.tsx';
import { PlaceList } from './place-list.tsx';
import { PlacePane } from './place-pane.tsx';

/** The places of a subdistrict: found in the list or on the map, then looked after one by one. */
export function PlacesSection({ subdistrict }: { subdistrict: string }) {
  const { words, language } = useWords();
  const { placeState, placeKind, grid, query, place } = url.value;
  const [isMapShown, setMapShown] = useState(false);
  const pages = usePages([subdistrict, placeState, placeKind, grid, query].join(), (cursor, signal) =>
    call('listPlaceRecords', {
      query: { subdistrict, state: placeState, kind: placeKind, grid, q: query.trim() || undefined, cursor },
      ...(signal && { signal }),
    }),
  );
  const places = useMemo(() => pages.value?.flatMap((page) => page.places) ?? [], [pages.value]);
  const markers = useMemo(
    () => places.map((record) => recordMarker(record, now.value, language)),
    [places, language],
  );
  const outline = subdistricts.value.find(({ id }) => id === subdistrict)?.geometry;
  const ring = outline?.coordinates.flat(outline.type === 'Polygon' ? 1 : 2) as
    | [number, number][]
    | undefined;
  const bbox = bboxOf(ring ?? markers.map(({ position }) => position));

  const show = (id: string) => {
    if (place === undefined) open({ place: id });
    else narrow({ place: id });
  };
  const changed = (record: PlaceRecord) => {
    void pages.reload();
    if (url.value.place === 'new') narrow({ place: record.id });
  };
  useEffect(() => {
    if (place) document.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  return (
    <div class={`split ${place ? 'split-open' : ''} ${isMapShown ? 'split-map' : ''}`}>
      <section class="split-list" aria-label={words.section.places}>
        <PlaceList
          pages={pages}
          places={places}
          chosen={place}
          onChoose={show}
          onNew={() => open({ place: 'new' })}
          isMapShown={isMapShown}
          onToggleMap={() => setMapShown(!isMapShown)}
        />
      </section>
      <section class="split-detail" aria-label={words.place.heading}>
        {place === 'new' ? (
          <NewPlace subdistrict={subdistrict} onSaved={changed} />
        ) : place ? (
          <PlacePane key={place} id={place} onChanged={changed} />
        ) : (
          <StaffMap
            label={words.place.map}
            places={markers}
            view={bbox ? { bbox } : siteConfig.value.start}
            onSelect={show}
          />
        )}
      </section>
    </div>
  );
}
