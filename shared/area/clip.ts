import {
  Clipper,
  Clipper64,
  ClipType,
  FillRule,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
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
      return Clipper.isPositive(path) === (index === 0) ? path : path.reverse();
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
  const { left, top, right, bottom } = Clipper.getBoundsPaths(all);
  const frame = [
    { x: left - 1, y: top - 1 },
    { x: left - 1, y: bottom + 1 },
    { x: right + 1, y: bottom + 1 },
    { x: right + 1, y: top - 1 },
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
  (Clipper.areaPaths(shape) / PER_DEGREE ** 2) * metersPerLng * metersPerLat;

/** The rings of a shape that run against the clock, or those of its holes, as positions. */
export const ringsOfShape = (shape: Shape, which: 'outer' | 'holes'): Ring[] =>
  shape.filter((path) => Clipper.isPositive(path) === (which === 'outer')).map(ringOf);

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
