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
  metro: { from: 14, pixels: 10.5, spacing: 9 },
  park: { from: 14, pixels: 13, spacing: 15 },
};

/** A name returns about this often, so that one stands in every view of a phone. */
const REPEAT_PIXELS = 420;

/** From a letter's middle down to its baseline, as a share of its size. */
const BASELINE = 0.36;

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
  { kind, name, nameAt = 0.5, line }: SketchFeature,
  zoom: number,
  toPixel: (position: Position) => Pixel,
): SVGElement | undefined => {
  const style = STYLES[kind];
  if (!name || !style || zoom < style.from) return undefined;
  const pixels = line.map(toPixel);
  if (kind === 'park') return lettersElement(kind, name, acrossRing(pixels, name, style, nameAt), style);
  const names = placesOfName(pixels, nameAt).flatMap((at) => {
    const letters = lettersAlong(pixels, name, style.spacing, at);
    return (
      (kind === 'metro' ? plateElement(name, letters, style) : lettersElement(kind, name, letters, style)) ??
      []
    );
  });
  return svgElement('g', {}, ...names);
};

/** Where a name stands along its line: once where that was chosen, again and again along a long way. */
const placesOfName = (line: readonly Pixel[], chosen: number): number[] => {
  const times = Math.floor(lengthOf(line) / REPEAT_PIXELS);
  return times < 2 ? [chosen] : Array.from({ length: times }, (_, index) => (index + 0.5) / times);
};

const lengthOf = (line: readonly Pixel[]): number =>
  line.reduce((length, { x, y }, index) => {
    const before = line[index - 1] ?? { x, y };
    return length + Math.hypot(x - before.x, y - before.y);
  }, 0);

const lettersElement = (
  kind: SketchFeature['kind'],
  name: string,
  letters: readonly Letter[] | undefined,
  { pixels }: Style,
): SVGTextElement | undefined => {
  if (!letters) return undefined;
  const down = pixels * BASELINE;
  const turn = ({ degrees }: Letter) => (degrees * Math.PI) / 180;
  const list = (value: (letter: Letter) => number) =>
    letters.map((letter) => value(letter).toFixed(1)).join(' ');
  return svgElement(
    'text',
    {
      class: `name-${kind}`,
      x: list((letter) => letter.x - Math.sin(turn(letter)) * down),
      y: list((letter) => letter.y + Math.cos(turn(letter)) * down),
      rotate: list(({ degrees }) => degrees),
      'font-size': pixels,
    },
    name,
  );
};

/** The number of a metro line on a small plate, level whichever way the line runs. */
const plateElement = (
  name: string,
  letters: readonly Letter[] | undefined,
  { pixels, spacing }: Style,
): SVGGElement | undefined => {
  const middle = letters?.[Math.floor(letters.length / 2)];
  if (!middle) return undefined;
  const width = name.length * spacing + 6;
  return svgElement(
    'g',
    { class: 'name-metro', transform: `translate(${middle.x.toFixed(1)} ${middle.y.toFixed(1)})` },
    svgElement('rect', { x: -width / 2, y: -8, width, height: 16, rx: 4 }),
    svgElement('text', { y: pixels * BASELINE, 'font-size': pixels }, name),
  );
};

/** Level across a ring, `at` of the way down. */
const acrossRing = (
  ring: readonly Pixel[],
  name: string,
  { spacing }: Style,
  at: number,
): Letter[] | undefined => {
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const letters = [...name];
  if (letters.length * spacing > east - west) return undefined;
  const start = (west + east) / 2 - ((letters.length - 1) * spacing) / 2;
  const y = north + (south - north) * at;
  return letters.map((_, index) => ({ x: start + index * spacing, y, degrees: 0 }));
};
