import type { Map as LeafletMap } from 'leaflet';

/** The layers of the map from the ground up: this list is the draw order. */
export const DRAW_ORDER = [
  'ground',
  'grades',
  'reached',
  'gaps',
  'buildings',
  'areas',
  'labels',
  'places',
  'facilities',
  'own',
  'selected',
] as const;
export type LayerName = (typeof DRAW_ORDER)[number];

/** Makes one pane per layer. */
export const createPanes = (map: LeafletMap): void => {
  DRAW_ORDER.forEach((name, index) => {
    map.createPane(name).style.zIndex = String(200 + index * 10);
  });
};
