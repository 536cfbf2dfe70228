import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { isWithin, metersOutside } from '../../../shared/geo/polygon.ts';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.4, 31.2],
      [121.42, 31.2],
      [121.42, 31.22],
      [121.4, 31.22],
      [121.4, 31.2],
    ],
    [
      [121.408, 31.208],
      [121.412, 31.208],
      [121.412, 31.212],
      [121.408, 31.212],
      [121.408, 31.208],
    ],
  ],
};

describe('isWithin', () => {
  it('holds a point inside, not one in a hole', () => {
    expect(isWithin([121.404, 31.21], square, 0)).toBe(true);
    expect(isWithin([121.41, 31.21], square, 0)).toBe(false);
  });

  it('holds a point just outside while the tolerance reaches it', () => {
    const fortyMetersNorth: [number, number] = [121.404, 31.22 + 40 / 111_195];
    expect(isWithin(fortyMetersNorth, square)).toBe(true);
    expect(isWithin(fortyMetersNorth, square, 30)).toBe(false);
  });
});

describe('metersOutside', () => {
  it('is 0 inside and the way to the border outside', () => {
    expect(metersOutside([121.404, 31.21], square)).toBe(0);
    expect(metersOutside([121.404, 31.22 + 100 / 111_195], square)).toBeCloseTo(100, 0);
  });
});
