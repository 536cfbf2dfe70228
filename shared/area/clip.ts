// The engine alone: the package as a whole brings offsets and triangles along.
import { ClipType, FillRule, type Paths64 } from 'clipper2-ts/dist/Core.js';
import { Clipper64, type PolyPath64, PolyTree64 } from 'clipper2-ts/dist/Engine.js';
import type { LocalProjection } from '../coverage/local-projection.ts';
import type { Pieces, Ring } from './plane.ts';

/**
 * Rings on a grid of whole numbers, ten millionths of a degree: a centimetre, what positions are rounded to. Outer
 * rings run against the clock, holes with it. On whole numbers no tangle leads the arithmetic astray.
 */
export type Shape = Paths64;

const PER_DEGREE = 1e7;

/** Pieces that cross neither themselves nor one another as a shape. */
export const shapeOf = (pieces: Pieces): Shape =>
  pieces.flatMap((rings) =>
    rings.map((ring, index) => {
      const path = pathOf(ring);
      return isOuter(path) === (index === 0) ? path : path.reverse();
    }),
  );

/** What any of the shapes holds. */
export const unionOf = (shapes: readonly Shape[]): Shape =>
  run(ClipType.Union, FillRule.NonZero, shapes.flat());

/** What two shapes share. */
export const intersectionOf = (a: Shape, b: Shape): Shape =>
  run(ClipType.Intersection, FillRule.NonZero, a, b);

/** What the first shape holds and the second does not. */
export const differenceOf = (a: Shape, b: Shape): Shape => run(ClipType.Difference, FillRule.NonZero, a, b);

/** What at least two of the shapes hold: a frame around all of them takes one layer away. */
export const sharedBySome = (shapes: readonly Shape[]): Shape => {
  const all = shapes.flat();
  const edge = all.flat().reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 0) + 1;
  const frame = [
    { x: -edge, y: -edge },
    { x: -edge, y: edge },
    { x: edge, y: edge },
    { x: edge, y: -edge },
  ];
  return run(ClipType.Union, FillRule.Positive, [...all, frame]);
};

/**
 * Pieces that cross neither themselves nor one another, which hold the same as those given: where a ring crosses
 * itself, what lies within it an odd number of times; of pieces that overlap, what any of them holds.
 */
export const untangled = (pieces: Pieces): Pieces => {
  const shapes = pieces.map(([outer = [], ...holes]) =>
    differenceOf(evenOdd(outer), unionOf(holes.map(evenOdd))),
  );
  const tree = new PolyTree64();
  clipperOf(shapes.flat()).execute(ClipType.Union, FillRule.NonZero, tree);
  return piecesUnder(tree);
};

/** Square metres of a shape, its holes taken away. */
export const squareMetersOfShape = (shape: Shape, { metersPerLng, metersPerLat }: LocalProjection): number =>
  (shape.reduce((sum, path) => sum + areaOf(path), 0) / PER_DEGREE ** 2) * metersPerLng * metersPerLat;

/** The rings of a shape that run against the clock, or those of its holes, as positions. */
export const ringsOfShape = (shape: Shape, which: 'outer' | 'holes'): Ring[] =>
  shape.filter((path) => isOuter(path) === (which === 'outer')).map(ringOf);

/** Of one path, negative where it runs with the clock; reckoned from its first corner, so that no number is large. */
const areaOf = (path: Shape[number]): number => {
  const [from] = path;
  if (!from) return 0;
  let double = 0;
  for (let at = 2; at < path.length; at++) {
    const [a, b] = [path[at - 1] as typeof from, path[at] as typeof from];
    double += (a.x - from.x) * (b.y - from.y) - (b.x - from.x) * (a.y - from.y);
  }
  return double / 2;
};

const isOuter = (path: Shape[number]): boolean => areaOf(path) > 0;

const pathOf = (ring: Ring): Shape[number] =>
  ring
    .slice(0, -1)
    .map(([lng, lat]) => ({ x: Math.round(lng * PER_DEGREE), y: Math.round(lat * PER_DEGREE) }));

const ringOf = (path: Shape[number]): Ring => {
  const ring = path.map(({ x, y }): Ring[number] => [x / PER_DEGREE, y / PER_DEGREE]);
  return ring[0] ? [...ring, ring[0]] : [];
};

const evenOdd = (ring: Ring): Shape => run(ClipType.Union, FillRule.EvenOdd, [pathOf(ring)]);

const clipperOf = (subject: Shape, clip: Shape = []): Clipper64 => {
  const clipper = new Clipper64();
  clipper.addSubject(subject);
  clipper.addClip(clip);
  return clipper;
};

const run = (type: ClipType, fill: FillRule, subject: Shape, clip: Shape = []): Shape => {
  const solution: Shape = [];
  clipperOf(subject, clip).execute(type, fill, solution);
  return solution;
};

/** Outer rings with their holes, and what lies within the holes. */
const piecesUnder = (node: PolyPath64): Pieces =>
  childrenOf(node).flatMap((outer) => {
    const holes = childrenOf(outer);
    const rings = [outer, ...holes].map(({ poly }) => ringOf(poly ?? []));
    return [rings, ...holes.flatMap(piecesUnder)];
  });

const childrenOf = (node: PolyPath64): PolyPath64[] =>
  Array.from({ length: node.count }, (_, index) => node.child(index));
