import type { Position } from '../../../shared/geo/position.ts';
import { svgElement } from '../svg-element.ts';
import { type Letter, lettersAlong, type Pixel } from './letters-along.ts';
import type { SketchFeature } from './sketch-feature.ts';

type Style = { from: number; pixels: number; spacing: number };

/**
 * From which zoom a name is shown, its size and the distance of its letters in pixels. What stands first
 * here is written first; a name that would lie over another is left out.
 */
const STYLES: Readonly<Partial<Record<SketchFeature['kind'], Style>>> = {
  park: { from: 14, pixels: 13, spacing: 15 },
  waterway: { from: 15, pixels: 13, spacing: 22 },
  road: { from: 14, pixels: 12, spacing: 15 },
  street: { from: 15, pixels: 11.5, spacing: 14 },
  metro: { from: 14, pixels: 10.5, spacing: 9 },
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
      const taken: Pixel[] = [];
      const names = Object.keys(STYLES).flatMap((kind) =>
        features
          .filter((feature) => feature.kind === kind)
          .flatMap((feature) => namesOf(feature, zoom, feature.line.map(toPixel), taken)),
      );
      element.replaceChildren(...names);
    },
  };
};

const namesOf = (
  { kind, name, nameAt = 0.5 }: SketchFeature,
  zoom: number,
  line: readonly Pixel[],
  taken: Pixel[],
): SVGElement[] => {
  const style = STYLES[kind];
  if (!name || !style || zoom < style.from) return [];
  const places = kind === 'park' ? [nameAt] : placesOfName(line, nameAt);
  return places.flatMap((at) => {
    const letters =
      kind === 'park' ? acrossRing(line, name, style, at) : lettersAlong(line, name, style.spacing, at);
    if (!letters || letters.some((letter) => taken.some((other) => isNear(letter, other)))) return [];
    taken.push(...letters);
    return kind === 'metro' ? plateElement(name, letters, style) : lettersElement(kind, name, letters, style);
  });
};

const isNear = (a: Pixel, b: Pixel): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 16;

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
  letters: readonly Letter[],
  { pixels }: Style,
): SVGTextElement => {
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
  letters: readonly Letter[],
  { pixels, spacing }: Style,
): SVGElement | [] => {
  const middle = letters[Math.floor(letters.length / 2)];
  if (!middle) return [];
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
