import oracle from '@turf/point-to-polygon-distance';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { isWithin, metersOutside } from '../../../shared/geo/polygon.ts';

const withHole: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.4, 31.2],
      [121.43, 31.205],
      [121.42, 31.235],
      [121.405, 31.22],
      [121.4, 31.2],
    ],
    [
      [121.41, 31.21],
      [121.415, 31.21],
      [121.415, 31.215],
      [121.41, 31.21],
    ],
  ],
};

it('agrees with the geodesic distance to a polygon, a hole included, within 0.2 % and 10 cm', () => {
  const near = fc.tuple(
    fc.double({ min: 121.2, max: 121.6, noNaN: true }),
    fc.double({ min: 31.0, max: 31.4, noNaN: true }),
  );
  fc.assert(
    fc.property(near, (position) => {
      const expected = Math.max(0, oracle(position, withHole, { units: 'meters', method: 'geodesic' }));
      const found = metersOutside(position, withHole);
      expect(Math.abs(found - expected)).toBeLessThan(0.1 + expected * 0.002);
    }),
    { numRuns: 2000 },
  );
});

it('counts what lies in the middle of a large polygon as inside, however far its corners are', () => {
  const large: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [121, 31],
        [122, 31],
        [122, 32],
        [121, 32],
        [121, 31],
      ],
    ],
  };
  expect(isWithin([121.5, 31.5], large)).toBe(true);
  expect(metersOutside([121.5, 31.5], large)).toBe(0);
});
