import type { Position } from '../../../shared/geo/position.ts';
import { svgElement } from '../svg-element.ts';
import { type Letter, lettersAlong, type Pixel } from './letters-along.ts';
import type { SketchFeature } from './sketch-feature.ts';

type Style = { from: number; pixels: number; spacing: number };

/** From which zoom a name is shown, its size and the distance of its letters in pixels. */
const STYLES: Readonly<Partial<Record<SketchFeature['kind'], Style>>> = {
  waterway: { from: 14, pixels: 13, spacing: 22 },
  road: { from: 14, pixels: 12, spacing: 15 },
  street: { from: 15, pixels: 11.5, spacing: 14 },
  metro: { from: 14, pixels: 10.5, spacing: 10.5 },
  park: { from: 14, pixels: 13, spacing: 15 },
};

/** Names of streets and waters along their lines, set anew for each zoom. */
export const createSketchNames = (
  features: readonly SketchFeature[],
  toPixel: (position: Position) => Pixel,
) => {
  const element = svgElement('g', { class: 'sketch-names' });
  return {
    element,
    draw(zoom: number): void {
      element.replaceChildren(...features.flatMap((feature) => nameElement(feature, zoom, toPixel) ?? []));
    },
  };
};

const nameElement = (
  { kind, name, nameAt, line }: SketchFeature,
  zoom: number,
  toPixel: (position: Position) => Pixel,
): SVGTextElement | undefined => {
  const style = STYLES[kind];
  if (!name || !style || zoom < style.from) return undefined;
  const pixels = line.map(toPixel);
  const letters =
    kind === 'park'
      ? acrossMiddle(pixels, name, style.spacing)
      : lettersAlong(pixels, name, style.spacing, nameAt);
  if (!letters) return undefined;
  const list = (value: (letter: Letter) => number) =>
    letters.map((letter) => value(letter).toFixed(1)).join(' ');
  return svgElement(
    'text',
    {
      class: `name-${kind}`,
      x: list(({ x }) => x),
      y: list(({ y }) => y),
      dy: '.36em',
      rotate: list(({ degrees }) => degrees),
      'font-size': style.pixels,
    },
    name,
  );
};

const acrossMiddle = (ring: readonly Pixel[], name: string, spacing: number) => {
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const letters = [...name];
  if (letters.length * spacing > east - west) return undefined;
  const start = (west + east) / 2 - ((letters.length - 1) * spacing) / 2;
  return letters.map((_, index) => ({ x: start + index * spacing, y, degrees: 0 }));
};
