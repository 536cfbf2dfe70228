import type { MapPlace } from '../map/map-place.ts';
import { placeShape, shapeClass } from '../map/marker/place-shape.ts';

/** The symbol that a place has on the map, beside its name. Decoration: kind and hours stand in words. */
export const PlaceSymbol = ({ place }: { place: Pick<MapPlace, 'kind' | 'status'> }) => (
  <svg class={`place-symbol ${shapeClass(place)}`} viewBox="0 0 32 32" aria-hidden="true">
    {placeShape(place).map(({ part, path }) => (
      <path key={part} class={part} d={path} />
    ))}
  </svg>
);
