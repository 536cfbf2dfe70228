import { DivIcon } from 'leaflet';
import type { Tier } from '../../../shared/place/kind.ts';
import type { MapPlace } from '../map-place.ts';
import { svgElement } from '../svg-element.ts';
import { badgeElement } from './badge.ts';
import { placeShape, shapeClass } from './place-shape.ts';

/** The finger needs this much, whatever the symbol's size. */
export const TOUCH_PIXELS = 44;

const PIXELS_OF_TIER: Readonly<Record<Tier, number>> = { centre: 40, hub: 34, grid: 29, micro: 24 };
const PIXELS = 25;

/** Everything that decides how a marker looks; two places with the same look share a drawing. */
export const lookOf = ({ kind, status, tier, badge }: MapPlace): string =>
  [kind, status, tier, badge].join(' ');

const drawings = new Map<string, SVGSVGElement>();

/** The symbol of a place with its badge, in pixels of its tier. */
export const placeDrawing = (place: MapPlace): SVGSVGElement => {
  const look = lookOf(place);
  const drawn = drawings.get(look) ?? draw(place);
  drawings.set(look, drawn);
  return drawn.cloneNode(true) as SVGSVGElement;
};

/** The Leaflet icon of a place. */
export const placeIcon = (place: MapPlace): DivIcon => {
  const html = document.createElement('div');
  html.append(placeDrawing(place));
  return new DivIcon({ html, className: 'place-marker', iconSize: [TOUCH_PIXELS, TOUCH_PIXELS] });
};

const draw = (place: MapPlace): SVGSVGElement => {
  const pixels = place.tier ? PIXELS_OF_TIER[place.tier] : PIXELS;
  const parts = placeShape(place).map(({ part, path }) => svgElement('path', { class: part, d: path }));
  const drawing = svgElement(
    'svg',
    { class: shapeClass(place), viewBox: '0 0 32 32', width: pixels, height: pixels },
    ...parts,
  );
  if (place.badge) drawing.append(badgeElement(place.badge));
  return drawing;
};
