import { DivIcon, Marker } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { MapPlace } from '../map-place.ts';
import type { MapStage } from '../map-stage.ts';
import { placeDrawing } from '../marker/place-marker.ts';

/** A facility of the class that is looked at. */
export type MapFacility = {
  id: string;
  name: string;
  position: Position;
  kind: MapPlace['kind'];
  isOpen: boolean;
  change: 'add' | 'move' | 'remove' | undefined;
  isChosen: boolean;
};

type Events = {
  onChoose(id: string): void;
  onHover(id: string | undefined): void;
  onDrag(id: string, position: Position, isDone: boolean): void;
};

type Shown = { marker: Marker; look: string };

/** Facilities as they are at the asked hour; with `isMovable` they can be dragged. Never clustered: each one counts. */
export const createFacilityLayer = ({ map, toMap, fromMap }: MapStage, events: Events) => {
  const shown = new Map<string, Shown>();
  let dragged: string | undefined;

  const add = (facility: MapFacility, look: string, isMovable: boolean): void => {
    const { id } = facility;
    const marker = new Marker(toMap(facility.position), {
      icon: iconOf(facility),
      pane: 'facilities',
      keyboard: false,
      draggable: isMovable,
    });
    const moved = (isDone: boolean) => events.onDrag(id, fromMap(marker.getLatLng()), isDone);
    marker
      .on('click', () => events.onChoose(id))
      .on('mouseover', () => events.onHover(id))
      .on('mouseout', () => events.onHover(undefined))
      .on('dragstart', () => {
        dragged = id;
      })
      .on('drag', () => moved(false))
      .on('dragend', () => {
        dragged = undefined;
        moved(true);
      })
      .addTo(map);
    shown.set(id, { marker, look });
  };

  return {
    draw(facilities: readonly MapFacility[], isMovable: boolean): void {
      const wanted = new Set(facilities.map(({ id }) => id));
      for (const [id, { marker }] of shown) {
        if (wanted.has(id)) continue;
        marker.remove();
        shown.delete(id);
      }
      for (const facility of facilities) {
        const look = JSON.stringify([
          facility.kind,
          facility.isOpen,
          facility.change,
          facility.isChosen,
          isMovable,
        ]);
        const before = shown.get(facility.id);
        // Under the pointer nothing is drawn anew: the drag would end.
        if (facility.id === dragged) continue;
        if (before?.look === look) before.marker.setLatLng(toMap(facility.position));
        else {
          before?.marker.remove();
          add(facility, look, isMovable);
        }
      }
    },
  };
};

const iconOf = ({ kind, isOpen, change, isChosen, name }: MapFacility): DivIcon => {
  const html = document.createElement('div');
  html.className = ['facility', change && `facility-${change}`, isChosen && 'facility-chosen']
    .filter(Boolean)
    .join(' ');
  html.title = name;
  html.append(
    placeDrawing({
      id: '',
      name,
      position: [0, 0],
      kind,
      status: isOpen ? 'open' : 'closed',
      illustrative: false,
    }),
  );
  return new DivIcon({ html, className: 'facility-anchor', iconSize: [32, 32] });
};
