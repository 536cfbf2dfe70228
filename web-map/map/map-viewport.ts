import { type Map as LeafletMap, Point } from 'leaflet';
import type { MapStage } from './map-stage.ts';
import type { Padding, Viewport } from './map-view.ts';

/** From the middle of the container to the middle of what the padding leaves, in pixels. */
export const paddingOffset = ({ top = 0, right = 0, bottom = 0, left = 0 }: Padding): Point =>
  new Point((left - right) / 2, (top - bottom) / 2);

/** The point of the container that a viewer takes for the middle. */
export const visibleMiddle = (map: LeafletMap, padding: Padding): Point =>
  map.getSize().divideBy(2).add(paddingOffset(padding));

export const readViewport = ({ map, fromMap }: MapStage, padding: Padding): Viewport => {
  const bounds = map.getBounds();
  return {
    bbox: [...fromMap(bounds.getSouthWest()), ...fromMap(bounds.getNorthEast())],
    zoom: map.getZoom(),
    center: fromMap(map.containerPointToLatLng(visibleMiddle(map, padding))),
  };
};
