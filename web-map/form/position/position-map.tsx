import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { PickedPosition } from '../../../shared/registration/application.ts';
import type { SiteConfig } from '../../../shared/site/site-config.ts';
import type { MapPlace } from '../../map/map-place.ts';
import type { MapView, Viewport } from '../../map/map-view.ts';
import { mapWordsOf } from '../../map/map-words.ts';
import { Button } from '../../ui/button.tsx';
import { formWords } from '../form-words.ts';
import { rounded, shownPosition } from './shown-position.ts';

const CLOSE_ZOOM = 17;
const SAME_DEGREES = 2e-6;
/** A pause in moving after which the surroundings are looked up. */
const QUIET = 300;

/** The map under the pin. It takes its place at once; what it needs is loaded after the form. */
export function PositionMap({
  value,
  own,
  config,
  places,
  onPick,
  onLook,
}: {
  value: PickedPosition | undefined;
  own: { position: Position; accuracyMeters: number } | undefined;
  config: SiteConfig;
  places: readonly MapPlace[];
  onPick: (position: Position) => void;
  /** The map has come to rest over other surroundings. */
  onLook: (middle: Position, bbox: Bbox) => void;
}) {
  const { words } = formWords();
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView | undefined>();
  const [attempt, setAttempt] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const newest = useRef({ onPick, onLook, value });
  newest.current = { onPick, onLook, value };
  /** Where the value lies: a movement that ends there is nobody's choice. */
  const target = useRef<Position | undefined>(undefined);

  useEffect(() => {
    let made: MapView | undefined;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = ({ center, bbox }: Viewport) => {
      clearTimeout(timer);
      timer = setTimeout(() => newest.current.onLook(center, bbox), QUIET);
    };
    const start = async () => {
      const { value: first } = newest.current;
      const [{ createMapView }, position] = await Promise.all([
        import('../../map/map-view.ts'),
        first && shownPosition(first),
      ]);
      const element = container.current;
      if (isGone || !element) return;
      target.current = position;
      made = createMapView(element, {
        baseLayer: config.baseLayer,
        viewport: {
          center: position ?? config.start.center,
          zoom: position ? CLOSE_ZOOM : config.start.zoom,
        },
        words: mapWordsOf(words, words.mapLabel),
        onMove: (viewport) => {
          look(viewport);
          const { center } = viewport;
          if (target.current && isSame(rounded(center), rounded(target.current))) return;
          target.current = center;
          newest.current.onPick(center);
        },
        onResize: look,
        onSelect: () => undefined,
        onTap: (tapped) => made?.show(tapped),
        onSelectArea: () => undefined,
      });
      setView(made);
      look(made.getViewport());
    };
    setFailed(false);
    start().catch(() => setFailed(true));
    return () => {
      isGone = true;
      clearTimeout(timer);
      made?.destroy();
      setView(undefined);
    };
  }, [attempt]);

  useEffect(() => view?.setPlaces(places), [view, places]);
  useEffect(() => view?.setWords(mapWordsOf(words, words.mapLabel)), [view, words]);
  useEffect(() => view?.setOwnPosition(own && { ...own, chosen: false }), [view, own]);
  useEffect(() => {
    if (!view || !value) return;
    let isOld = false;
    void shownPosition(value).then((position) => {
      if (isOld || (target.current && isSame(rounded(position), rounded(target.current)))) return;
      target.current = position;
      view.show(position, { zoom: Math.max(CLOSE_ZOOM, view.getViewport().zoom) });
    });
    return () => {
      isOld = true;
    };
  }, [view, value]);

  return (
    <div class="position-map">
      <div class="position-ground" ref={container} />
      {view && (
        <svg class="position-pin" viewBox="0 0 32 44" aria-hidden="true">
          <path d="M16 2a13 13 0 0 1 13 13c0 9-9.500 16.500-13 27C12.500 31.500 3 24 3 15A13 13 0 0 1 16 2z" />
          <circle cx="16" cy="15" r="5" />
        </svg>
      )}
      {!view && (
        <div class="position-waiting" role="status">
          {isFailed ? words.mapFailed : words.mapLoading}
          {isFailed && <Button onClick={() => setAttempt(attempt + 1)}>{words.retry}</Button>}
        </div>
      )}
    </div>
  );
}

const isSame = (left: Position, right: Position): boolean =>
  Math.abs(left[0] - right[0]) < SAME_DEGREES && Math.abs(left[1] - right[1]) < SAME_DEGREES;
