import { difference } from '@turf/difference';
import { featureCollection, multiPolygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceOf,
  intersectionOf,
  ringsOfShape,
  shapeOf,
  sharedBySome,
  squareMetersOfShape,
  unionOf,
  untangled,
} from '../../../shared/area/clip.ts';
import { areaOfPieces, type Pieces, piecesOf, type Ring } from '../../../shared/area/plane.ts';
import { projectionAt } from '../../../shared/coverage/local-projection.ts';

const projection = projectionAt([121.4, 31.2]);
const box = (west: number, south: number, east: number, north: number): Ring =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = 0, y = 0]): Ring[number] => [
    Math.round((121.4 + x / 1000) * 1e7) / 1e7,
    Math.round((31.2 + y / 1000) * 1e7) / 1e7,
  ]);

/** A ring around a middle that does not cross itself. */
const star = fc
  .tuple(
    fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 })),
    fc.array(fc.integer({ min: 300, max: 3000 }), { minLength: 3, maxLength: 12 }),
  )
  .map(([[x, y], radii]): Pieces => {
    const ring = radii.map((radius, index): Ring[number] => {
      const angle = (2 * Math.PI * index) / radii.length;
      const [east, north] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      return [Math.round(1_214_000_000 + east * 10) / 1e7, Math.round(312_000_000 + north * 10) / 1e7];
    });
    return [[[...ring, ring[0] as Ring[number]]]];
  });
const turfArea = (geometry: Parameters<typeof piecesOf>[0] | undefined) =>
  geometry ? areaOfPieces(piecesOf(geometry), projection) : 0;

describe('shapes', () => {
  it('are joined, cut and taken away as turf does it', () => {
    fc.assert(
      fc.property(star, star, (a, b) => {
        const both = featureCollection([multiPolygon(a), multiPolygon(b)]);
        const [shape, other] = [shapeOf(a), shapeOf(b)];
        const meters = (given: ReturnType<typeof shapeOf>) => squareMetersOfShape(given, projection);
        // Corners of a cut lie within a centimetre of where turf has them.
        expect(Math.abs(meters(unionOf([shape, other])) - turfArea(union(both)?.geometry))).toBeLessThan(100);
        const shared = turfArea(intersect(both)?.geometry);
        expect(Math.abs(meters(intersectionOf(shape, other)) - shared)).toBeLessThan(100);
        expect(Math.abs(meters(sharedBySome([shape, other])) - shared)).toBeLessThan(100);
        expect(
          Math.abs(meters(differenceOf(shape, other)) - turfArea(difference(both)?.geometry)),
        ).toBeLessThan(100);
      }),
      { numRuns: 60 },
    );
  });

  it('tell what lies under two of them at once, and not what touches', () => {
    const [a, b, c] = [box(0, 0, 2, 1), box(1, 0, 3, 1), box(3, 0, 4, 1)].map((ring) => shapeOf([[ring]]));
    const shared = ringsOfShape(sharedBySome([a!, b!, c!]), 'outer');
    expect(shared).toHaveLength(1);
    expect(new Set(shared[0]!.map(String))).toEqual(new Set(box(1, 0, 2, 1).map(String)));
  });

  it('keep the hole of a ring around it, and what lies within the hole', () => {
    const [outer, hole, island] = [box(0, 0, 9, 9), box(1, 1, 8, 8), box(3, 3, 4, 4)];
    const pieces = untangled([[outer, hole.toReversed()], [island]]);
    expect(pieces.map((rings) => rings.length)).toEqual([2, 1]);
    expect(areaOfPieces(pieces, projection)).toBeCloseTo(
      areaOfPieces([[outer, hole], [island]], projection),
      3,
    );
  });

  it('are one where pieces of an area overlap, and holes that overlap are one hole', () => {
    const overlapping = untangled([[box(0, 0, 2, 1)], [box(1, 0, 3, 1)]]);
    expect(areaOfPieces(overlapping, projection)).toBeCloseTo(
      areaOfPieces([[box(0, 0, 3, 1)]], projection),
      0,
    );
    const holed = untangled([[box(0, 0, 9, 9), box(1, 1, 4, 4), box(3, 1, 6, 4)]]);
    expect(areaOfPieces(holed, projection)).toBeCloseTo(
      areaOfPieces([[box(0, 0, 9, 9), box(1, 1, 6, 4)]], projection),
      0,
    );
  });

  it('come out of every scribble without crossings', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 14 }), (corners) => {
        const ring = corners.map(([x, y]): Ring[number] => [121.4 + x / 1e4, 31.2 + y / 1e4]);
        const pieces = untangled([[[...ring, ring[0] as Ring[number]]]]);
        const again = untangled(pieces);
        expect(areaOfPieces(again, projection)).toBeCloseTo(areaOfPieces(pieces, projection), 0);
      }),
    );
  });
});
