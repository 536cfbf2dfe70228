import type { MapPlace } from '../map-place.ts';
import { svgElement } from '../svg-element.ts';

const GLYPHS: Readonly<Record<NonNullable<MapPlace['badge']>, string>> = {
  broken:
    'M20 7.400a4.8 4.8 0 0 1-6.5 5.300l-6 6a2 2 0 0 1-2.9-2.900l6-6a4.8 4.8 0 0 1 5.6-6.300l-3 2.8.7 2.8 2.8.7z',
  stale: 'M12 5.500V12l4.5 3',
  centre: 'M12 3.500l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
};

/** The small sign on a marker's shoulder: a wrench, a clock or a star. */
export const badgeElement = (badge: NonNullable<MapPlace['badge']>): SVGGElement =>
  svgElement(
    'g',
    { class: `marker-badge badge-${badge}`, transform: 'translate(28 4)' },
    svgElement('circle', { r: 8 }),
    svgElement('path', { d: GLYPHS[badge], transform: 'translate(-5.8 -5.8) scale(.48)' }),
  );
