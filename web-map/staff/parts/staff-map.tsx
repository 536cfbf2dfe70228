import { useEffect, useRef } from 'preact/hooks';
import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import { MESSAGES } from '../../i18n/messages.ts';
import type { MapPlace } from '../../map/map-place.ts';
import type { MapView } from '../../map/map-view.ts';
import { mapWordsOf } from '../../map/map-words.ts';
import { language } from '../../page-language.ts';
import { siteConfig } from '../state/site-config.ts';

/** A map beside what it is about; Leaflet is loaded only when one is shown. */
export function StaffMap({
  label,
  places,
  pin,
  selected,
  view,
  onSelect,
  onTap,
}: {
  label: string;
  places: readonly MapPlace[];
  /** A position that is no place: where an application says it is. */
  pin?: Position | undefined;
  selected?: string | undefined;
  /** Where to look; moves the map when it changes. */
  view: { center: Position; zoom: number } | { bbox: Bbox };
  onSelect?: (id: string) => void;
  onTap?: (position: Position) => void;
}) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapView | undefined>(undefined);
  const newest = useRef({ places, pin, selected, view, onSelect, onTap });
  newest.current = { places, pin, selected, view, onSelect, onTap };

  const draw = () => {
    const { places, pin, selected } = newest.current;
    map.current?.setPlaces(places);
    map.current?.setOwnPosition(pin && { position: pin, chosen: true });
    map.current?.setSelected(selected);
  };
  const look = () => {
    const { view } = newest.current;
    if ('bbox' in view) map.current?.showBbox(view.bbox);
    else map.current?.show(view.center, { zoom: view.zoom });
  };

  useEffect(() => {
    let isGone = false;
    void import('../../map/map-view.ts').then(({ createMapView }) => {
      const element = container.current;
      if (isGone || !element) return;
      const { view } = newest.current;
      map.current = createMapView(element, {
        baseLayer: siteConfig.value.baseLayer,
        viewport: 'bbox' in view ? siteConfig.value.start : view,
        words: mapWordsOf(MESSAGES[language.value], label),
        onMove: () => {},
        onResize: () => {},
        onSelect: (id) => newest.current.onSelect?.(id),
        onTap: (position) => newest.current.onTap?.(position),
        onSelectArea: () => {},
      });
      draw();
      if ('bbox' in view) look();
    });
    return () => {
      isGone = true;
      map.current?.destroy();
      map.current = undefined;
    };
  }, [label]);

  useEffect(draw, [places, pin?.join(), selected]);
  useEffect(look, [JSON.stringify(view)]);
  return <div class="staff-map" ref={container} />;
}
