import { Marker } from 'leaflet';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { MapPlace } from '../map-place.ts';
import { COUNTS_BELOW_ZOOM, type MapStage } from '../map-stage.ts';
import { clusterIcon } from '../marker/cluster-marker.ts';
import { lookOf, placeIcon } from '../marker/place-marker.ts';
import { createPlaceIndex, type IndexedItem } from '../place-index.ts';

/** How far beyond the edge markers stand ready, as a share of the view. */
const MARGIN = 0.25;

type Shown = { marker: Marker; look: string };

/**
 * Places and clusters as DOM markers: only those in view, and at each `draw` only what changed is touched.
 */
export const createPlaceLayer = (stage: MapStage, onSelect: (id: string) => void) => {
  const { map } = stage;
  const shown = new Map<string, Shown>();
  let places: ReadonlyMap<string, MapPlace> = new Map();
  let index = createPlaceIndex([]);
  let selected: string | undefined;

  const draw = (): void => {
    const items =
      map.getZoom() < COUNTS_BELOW_ZOOM ? [] : index.itemsIn(viewWithMargin(stage), map.getZoom());
    const wanted = new Map(items.filter(({ key }) => key !== selected).map((item) => [item.key, item]));
    for (const [key, { marker }] of shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      shown.delete(key);
    }
    for (const item of wanted.values()) drawItem(item);
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
    const marker = new Marker(stage.toMap(item.position), { icon: icon(), pane: 'places', keyboard: false });
    marker.on('click', () => ('counts' in item ? open(item.clusterId, item) : onSelect(item.key)));
    shown.set(item.key, { marker: marker.addTo(map), look });
  };

  const open = (clusterId: number, { position }: IndexedItem): void => {
    map.setView(stage.toMap(position), Math.min(index.expansionZoom(clusterId), map.getMaxZoom()));
  };

  return {
    draw,
    /** Replaces the places; the index is built anew only when one came, went or moved. */
    setPlaces(next: readonly MapPlace[]): void {
      const moved = next.length !== places.size || next.some((place) => !stands(places.get(place.id), place));
      places = new Map(next.map((place) => [place.id, place]));
      if (moved) index = createPlaceIndex(next);
      draw();
    },
    setSelected(id: string | undefined): void {
      selected = id;
      draw();
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
