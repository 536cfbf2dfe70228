import type { Kind } from '../../../shared/place/kind.ts';
import type { MapPlace } from '../map-place.ts';

/** One path of a symbol in a box of 32 × 32; `part` is its class. */
export type ShapePart = { part: 'shade' | 'halo' | 'body' | 'level' | 'light'; path: string };

/** Shape tells the kind: a house, a rounded square, a circle. */
const OUTLINES: Readonly<Record<Kind, string>> = {
  station: 'M16 3.2 28.5 13.4V26a2.8 2.8 0 0 1-2.8 2.8H6.3A2.8 2.8 0 0 1 3.5 26V13.4z',
  merchant:
    'M9.5 4h13a5.5 5.5 0 0 1 5.5 5.5v13a5.5 5.5 0 0 1-5.5 5.500h-13A5.5 5.5 0 0 1 4 22.5v-13A5.5 5.5 0 0 1 9.5 4z',
  facility: 'M3 16a13 13 0 1 0 26 0a13 13 0 1 0-26 0z',
};

/** What is left of the fill when a place is about to close. */
const LOWER_HALVES: Readonly<Record<Kind, string>> = {
  station: 'M3.5 17h25v9a2.8 2.8 0 0 1-2.8 2.800H6.300A2.8 2.8 0 0 1 3.5 26z',
  merchant: 'M4 16h24v6.500a5.5 5.5 0 0 1-5.5 5.500h-13A5.5 5.5 0 0 1 4 22.500z',
  facility: 'M3 16a13 13 0 0 0 26 0z',
};

/** A station that is open has its light on. */
const WINDOW = 'M12.5 16.500h7v7h-7z';

/**
 * The symbol of a place: fill tells whether it is open (solid), closing soon (half), closed (hollow) or
 * unknown (dotted). Map and list draw the same parts, coloured by `place-shape.css` under
 * `shapeClass(place)`.
 */
export const placeShape = ({ kind, status }: Pick<MapPlace, 'kind' | 'status'>): ShapePart[] => {
  const parts: ShapePart[] = [
    { part: 'shade', path: OUTLINES[kind] },
    { part: 'halo', path: OUTLINES[kind] },
    { part: 'body', path: OUTLINES[kind] },
  ];
  if (status === 'closing_soon') parts.push({ part: 'level', path: LOWER_HALVES[kind] });
  if (status === 'open' && kind === 'station') parts.push({ part: 'light', path: WINDOW });
  return parts;
};

/** The classes that colour a symbol. */
export const shapeClass = ({ kind, status }: Pick<MapPlace, 'kind' | 'status'>): string =>
  `shape shape-${kind} shape-${status}`;
