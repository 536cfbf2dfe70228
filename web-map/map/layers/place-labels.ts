import type { Map as LeafletMap, Marker } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { MapStage } from '../map-stage.ts';
import { type LabelBox, labelPlaces } from './label-places.ts';

/** A label that gives way. */
export type MapLabel = { marker: Marker; isChosen: boolean };

const SYMBOL_PIXELS = 24;

/**
 * Lays the labels of areas and gaps so that none covers another. What is chosen comes first, then the largest gap, the
 * areas, and the other gaps by their people.
 */
export const placeLabels = (
  { map, toMap }: MapStage,
  areas: readonly MapLabel[],
  gaps: readonly MapLabel[],
  facilities: readonly Position[],
): void => {
  const byWeight = [...gaps.slice(0, 1), ...areas, ...gaps.slice(1)];
  const sorted = [
    ...byWeight.filter(({ isChosen }) => isChosen),
    ...byWeight.filter(({ isChosen }) => !isChosen),
  ];
  // Every box is measured before the first one is moved: the browser lays the page out once.
  const names = new Set(areas);
  const boxed = sorted.flatMap((label) => {
    const { marker } = label;
    const element = marker.getElement()?.firstElementChild;
    return element instanceof HTMLElement
      ? [{ element, box: { ...boxOf(map, marker, element), isName: names.has(label) } }]
      : [];
  });
  const symbols = facilities.map((position): LabelBox => {
    const { x, y } = map.latLngToLayerPoint(toMap(position));
    return { x, y, width: SYMBOL_PIXELS, height: SYMBOL_PIXELS };
  });
  const places = labelPlaces(
    boxed.map(({ box }) => box),
    symbols,
  );
  boxed.forEach(({ element }, index) => {
    const place = places[index];
    element.style.visibility = place ? '' : 'hidden';
    element.style.margin = place ? `${place[1]}px 0 0 ${place[0]}px` : '';
  });
};

const boxOf = (map: LeafletMap, marker: Marker, element: HTMLElement): LabelBox => {
  const { x, y } = map.latLngToLayerPoint(marker.getLatLng());
  return { x, y, width: element.offsetWidth, height: element.offsetHeight };
};
