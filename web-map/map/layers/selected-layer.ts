import { DivIcon, Marker } from 'leaflet';
import type { MapPlace } from '../map-place.ts';
import type { MapStage } from '../map-stage.ts';
import { placeDrawing } from '../marker/place-marker.ts';

/** The chosen place: lifted, named, and shown even where it would stand in a cluster. */
export const createSelectedLayer = ({ map, toMap }: MapStage) => {
  let marker: Marker | undefined;
  return {
    draw(place: MapPlace | undefined, illustrativeWord: string): void {
      marker?.remove();
      marker = place && new Marker(toMap(place.position), options(place, illustrativeWord)).addTo(map);
    },
  };
};

const options = (place: MapPlace, illustrativeWord: string) => ({
  icon: new DivIcon({
    html: content(place, illustrativeWord),
    className: 'selected-marker',
    iconSize: [0, 0],
  }),
  pane: 'selected',
  keyboard: false,
  interactive: false,
});

const content = (place: MapPlace, illustrativeWord: string): HTMLElement => {
  const lifted = element('div', 'lifted', placeDrawing(place));
  const label = element('div', 'place-label', element('span', 'place-name', place.name));
  if (place.illustrative) label.append(element('span', 'place-example', illustrativeWord));
  return element('div', 'selected-place', element('div', 'ground-shadow'), lifted, label);
};

const element = (name: 'div' | 'span', className: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};
