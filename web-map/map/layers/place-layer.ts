import type { Marker } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { MapPlace } from '../map-place.ts';
import { COUNTS_BELOW_ZOOM, type MapStage } from '../map-stage.ts';
import { clusterIcon } from '../marker/cluster-marker.ts';
import { FlatMarker } from '../marker/flat-marker.ts';
import { lookOf, placeIcon } from '../marker/place-marker.ts';
import { createPlaceIndex, type IndexedItem } from '../place-index.ts';

/** How far beyond the edge markers stand ready, as a share of the view. */
const MARGIN = 0.25;

/** So many markers are made between two frames, even on a phone four times slower than a desk. */
const A_FRAME = 12;

type Shown = { marker: Marker; look: string };

/**
 * Places and clusters as DOM markers: only those in view, and at each `draw` only what changed is touched.
 */
export const createPlaceLayer = (
  stage: MapStage,
  onSelect: (id: string) => void,
  show: (position: Position, zoom: number) => void,
) => {
  const { map } = stage;
  const shown = new Map<string, Shown>();
  let places: ReadonlyMap<string, MapPlace> = new Map();
  let index = createPlaceIndex([]);
  let selected: string | undefined;
  let pending = 0;
  let indexing: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;

  const draw = (): void => {
    cancelAnimationFrame(pending);
    const items =
      map.getZoom() < COUNTS_BELOW_ZOOM ? [] : index.itemsIn(viewWithMargin(stage), map.getZoom());
    const wanted = new Map(items.filter(({ key }) => key !== selected).map((item) => [item.key, item]));
    for (const [key, { marker }] of shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      shown.delete(key);
    }
    const view = map.getBounds();
    const waiting: IndexedItem[] = [];
    for (const item of wanted.values()) {
      if (shown.has(item.key) || view.contains(stage.toMap(item.position))) drawItem(item);
      else waiting.push(item);
    }
    drawLater(waiting);
  };

  /** What stands beyond the edge comes a few at a time, so that no frame waits for it. */
  const drawLater = (waiting: IndexedItem[]): void => {
    pending = requestAnimationFrame(() => {
      for (const item of waiting.splice(0, A_FRAME)) drawItem(item);
      if (waiting.length > 0) drawLater(waiting);
    });
  };

  const drawItem = (item: IndexedItem): void => {
    const place = 'place' in item ? (places.get(item.key) ?? item.place) : undefined;
    const look = place ? lookOf(place) : JSON.stringify('counts' in item && item.counts);
    const before = shown.get(item.key);
    const icon = () => ('counts' in item ? clusterIcon(item.counts) : placeIcon(place ?? item.place));
    if (before) {
      before.marker.setLatLng(stage.toMap(item.position));
      if (before.look !== look) before.marker.setIcon(icon());
      before.look = look;
      return;
    }
    const marker = new FlatMarker(stage.toMap(item.position), {
      icon: icon(),
      pane: 'places',
      keyboard: false,
    });
    marker.on('click', () => {
      if ('clusterId' in item) show(stage.fromMap(marker.getLatLng()), index.expansionZoom(item.clusterId));
      else onSelect(item.key);
    });
    shown.set(item.key, { marker: marker.addTo(map), look });
  };

  /** Tiles arrive one by one: with many places, indexing them again takes a third of the time at most. */
  const indexSoon = (): void => {
    clearTimeout(indexing);
    const wait = restUntil - performance.now();
    if (wait > 0) indexing = setTimeout(indexSoon, wait);
    else {
      const start = performance.now();
      index = createPlaceIndex([...places.values()]);
      const end = performance.now();
      restUntil = end + 2 * (end - start);
      draw();
    }
  };

  return {
    draw,
    /** The click that ends a drag measures the map: what changes in it before has to be laid out at once. */
    drawNextFrame(): void {
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(draw);
    },
    /** Replaces the places; the index is built anew only when one came, went or moved. */
    setPlaces(next: readonly MapPlace[]): void {
      const moved = next.length !== places.size || next.some((place) => !stands(places.get(place.id), place));
      places = new Map(next.map((place) => [place.id, place]));
      if (moved) indexSoon();
      else draw();
    },
    setSelected(id: string | undefined): void {
      selected = id;
      draw();
    },
    destroy(): void {
      cancelAnimationFrame(pending);
      clearTimeout(indexing);
    },
    findPlace: (id: string): MapPlace | undefined => places.get(id),
  };
};

const stands = (before: MapPlace | undefined, place: MapPlace): boolean =>
  before !== undefined &&
  before.kind === place.kind &&
  before.position[0] === place.position[0] &&
  before.position[1] === place.position[1];

const viewWithMargin = ({ map, fromMap }: MapStage): Bbox => {
  const bounds = map.getBounds().pad(MARGIN);
  return [...fromMap(bounds.getSouthWest()), ...fromMap(bounds.getNorthEast())];
};
