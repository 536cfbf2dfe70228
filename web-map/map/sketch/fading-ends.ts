import { svgElement } from '../svg-element.ts';
import type { Pixel } from './letters-along.ts';

/**
 * A paint for a line that only ends because the sketch does: it fades in and out along the way from its
 * first point to its last. Colour comes from the class of the stops.
 */
export const createFadingPaint = (id: string, className: string) => {
  const stops = [0, 1, 1, 0].map((opacity) =>
    svgElement('stop', { class: className, 'stop-opacity': opacity }),
  );
  const element = svgElement('linearGradient', { id, gradientUnits: 'userSpaceOnUse' }, ...stops);
  return {
    element,
    /** Sets the ends in pixels, and over how many of them the line fades. */
    place(first: Pixel, last: Pixel, fadePixels: number): void {
      const share = Math.min(0.4, fadePixels / Math.hypot(last.x - first.x, last.y - first.y));
      for (const [name, value] of Object.entries({ x1: first.x, y1: first.y, x2: last.x, y2: last.y })) {
        element.setAttribute(name, value.toFixed(1));
      }
      [0, share, 1 - share, 1].forEach((offset, index) => {
        stops[index]?.setAttribute('offset', offset.toFixed(3));
      });
    },
  };
};
