import { area } from '@turf/area';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import * as fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cellFractions } from '../../../shared/coverage/cell-fractions.ts';
import { contourOf } from '../../../shared/coverage/contour.ts';
import { cutRings } from '../../../shared/coverage/cut-rings.ts';
import { fillDistanceField, newDistanceField } from '../../../shared/coverage/distance-field.ts';
import { projectionAt } from '../../../shared/coverage/local-projection.ts';
import { cellPosition, type Raster, rasterOver } from '../../../shared/coverage/raster.ts';
import { ringIndex } from '../../../shared/coverage/ring-index.ts';
import {
  boxOf,
  geoPolygonOf,
  isInside,
  polygonsOf,
  type Ring,
  ringsOf,
  signedArea,
} from '../../../shared/coverage/rings.ts';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import { at, outlineInPieces, outlineWithHole, polygon, rectangle } from '../../support/sample-ground.ts';

const projection = projectionAt([121.415, 31.2175]);
const areaOf = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + signedArea(ring), 0);

/** A star around somewhere: it never crosses itself, and is seldom convex. */
const star = fc
  .tuple(
    fc.integer({ min: -400, max: 400 }),
    fc.integer({ min: -400, max: 400 }),
    fc.array(fc.integer({ min: 40, max: 700 }), { minLength: 3, maxLength: 20 }),
  )
  .map(([x, y, reaches]) =>
    polygon(
      reaches.map((reach, index) => {
        const angle = (index / reaches.length) * 2 * Math.PI + 0.01;
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const;
      }),
    ),
  );

describe('cutRings', () => {
  it('cuts like turf, with holes and pieces', () => {
    fc.assert(
      fc.property(star, fc.constantFrom(outlineWithHole, outlineInPieces), (shape, outline) => {
        const cut = cutRings(ringsOf(shape, projection), ringIndex(ringsOf(outline, projection)));
        const theirs = intersect(featureCollection([feature(shape as Polygon), feature(outline as Polygon)]));
        const own = polygonsOf(cut).map((piece) => area(geoPolygonOf(piece, projection)));
        const total = own.reduce((sum, piece) => sum + piece, 0);
        // Positions are rounded to a centimetre: a square metre for a kilometre of border.
        const expected = theirs ? area(theirs) : 0;
        expect(Math.abs(total - expected)).toBeLessThan(3 + expected * 1e-4);
      }),
    );
  });

  it.each([
    ['itself', rectangle(-200, -200, 200, 200), 160_000],
    ['a neighbour along a whole side', rectangle(200, -200, 600, 200), 0],
    ['one that touches a corner', rectangle(200, 200, 600, 600), 0],
    ['one that shares half a side', rectangle(0, -200, 200, 0), 40_000],
    ['one whose corner lies on a side', rectangle(-100, 100, 0, 200), 10_000],
    ['one around it', rectangle(-500, -500, 500, 500), 160_000],
    ['one far away', rectangle(5000, 5000, 6000, 6000), 0],
  ])('cuts a square with %s', (_, other, expected) => {
    const square = ringIndex(ringsOf(rectangle(-200, -200, 200, 200), projection));
    expect(Math.abs(areaOf(cutRings(ringsOf(other, projection), square)) - expected)).toBeLessThan(2);
  });
});

describe('cellFractions', () => {
  it('sum up to the area, each between 0 and 1', () => {
    fc.assert(
      fc.property(star, (shape) => {
        const rings = ringsOf(shape, projection);
        const raster = rasterOver(rings, projection);
        const { fractions } = cellFractions(rings, raster);
        const sum = fractions.reduce((total, fraction) => total + fraction, 0) * 100;
        expect(Math.abs(sum - areaOf(rings))).toBeLessThan(0.1);
        expect(fractions.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true);
      }),
    );
  });

  it('of what reaches beyond the raster are those of the part inside', () => {
    const raster: Raster = { projection, cellMeters: 10, width: 20, height: 10, west: -100, south: -50 };
    const rings = ringsOf(rectangle(-205, -305, 5, 405), projection);
    const { fractions } = cellFractions(rings, raster);
    const sum = fractions.reduce((total, fraction) => total + fraction, 0) * 100;
    expect(sum).toBeCloseTo(105 * 100, 0);
  });
});

describe('fillDistanceField', () => {
  const raster = rasterOver(ringsOf(rectangle(-300, -200, 300, 250), projection), projection, {
    cellMeters: 25,
  });
  const place = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));

  it('is the distance to the nearest facility, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 25 }), (places) => {
        const facilities = places.map(([east, north]) => at(east, north));
        const field = newDistanceField(raster);
        fillDistanceField(field, raster, facilities, { detourFactor: 1.3 });
        for (let cell = 0; cell < field.meters.length; cell += 7) {
          const ways = facilities.map(
            (facility) => distanceMeters(facility, cellPosition(raster, cell)) * 1.3,
          );
          const least = Math.min(...ways);
          expect(Math.abs(field.meters[cell]! - least)).toBeLessThan(0.2 + least * 0.0005);
          expect(ways[field.nearest[cell]!]! - least).toBeLessThan(0.2 + least * 0.0005);
        }
      }),
    );
  });

  it('within a reach is the same, and Infinity beyond', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 25 }),
        fc.integer({ min: 20, max: 900 }),
        (places, reachMeters) => {
          const facilities = places.map(([east, north]) => at(east, north));
          const [whole, within] = [newDistanceField(raster), newDistanceField(raster)];
          fillDistanceField(whole, raster, facilities, { detourFactor: 1.3 });
          fillDistanceField(within, raster, facilities, { detourFactor: 1.3, reachMeters });
          for (const [cell, meters] of whole.meters.entries()) {
            const expected = meters <= reachMeters - 0.01 ? meters : Infinity;
            if (Math.abs(meters - reachMeters) > 0.01) expect(within.meters[cell]).toBe(expected);
          }
        },
      ),
    );
  });
});

describe('contourOf', () => {
  it('turns along the edge of the raster, half a cell outside of the last middles', () => {
    const raster: Raster = { projection, cellMeters: 10, width: 40, height: 30, west: -200, south: -150 };
    const everywhere = newDistanceField(raster);
    const [ring, ...more] = contourOf(everywhere, raster, 300);
    expect(more).toHaveLength(0);
    expect(boxOf(ring!)).toEqual([-200, -150, 200, 150]);
    // The four corners are cut off.
    expect(signedArea(ring!)).toBeCloseTo(400 * 300 - (4 * (5 * 5)) / 2, 6);
  });

  it('parts far middles from near and unknown ones, on rasters of any width', () => {
    const meters = fc.constantFrom(0, 299, 300, 301, 400, Infinity, Number.NaN);
    const field = fc.integer({ min: 1, max: 70 }).chain((width) =>
      fc.record({
        width: fc.constant(width),
        values: fc.array(meters, { minLength: width, maxLength: 4 * width }),
      }),
    );
    fc.assert(
      fc.property(field, ({ width, values }) => {
        const height = Math.floor(values.length / width);
        const raster: Raster = { projection, cellMeters: 10, width, height, west: 0, south: 0 };
        const rings = contourOf(
          { ...newDistanceField(raster), meters: Float32Array.from(values.slice(0, width * height)) },
          raster,
          300,
        );
        for (let row = 0; row < height; row++)
          for (let column = 0; column < width; column++)
            expect(isInside(column * 10 + 5, row * 10 + 5, rings)).toBe(values[row * width + column]! > 300);
      }),
    );
  });

  it('runs on the rim of a disc to a few centimetres', () => {
    const raster = rasterOver(ringsOf(rectangle(-500, -500, 500, 500), projection), projection);
    const field = newDistanceField(raster);
    fillDistanceField(field, raster, [at(3, 4)], { detourFactor: 1 });
    const hole = contourOf(field, raster, 300).find((ring) => signedArea(ring) < 0)!;
    for (let index = 0; index < hole.length; index += 2)
      expect(Math.abs(Math.hypot(hole[index]! - 3, hole[index + 1]! - 4) - 300)).toBeLessThan(0.06);
  });
});
