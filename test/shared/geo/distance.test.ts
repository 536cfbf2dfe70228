import { describe, expect, it } from 'vitest';
import { distanceMeters, walkMinutes } from '../../../shared/geo/distance.ts';

describe('distanceMeters', () => {
  it('measures a degree of latitude as 111.195 km', () => {
    expect(distanceMeters([121, 31], [121, 32])).toBeCloseTo(111_195, 0);
  });

  it('is zero from a point to itself, and the same both ways', () => {
    expect(distanceMeters([121.4, 31.2], [121.4, 31.2])).toBe(0);
    expect(distanceMeters([121.4, 31.2], [121.5, 31.3])).toBe(distanceMeters([121.5, 31.3], [121.4, 31.2]));
  });
});

describe('walkMinutes', () => {
  it.each([
    [0, 1],
    [46, 1],
    [47, 2],
    [320, 7],
    [1000, 22],
  ])('takes for %i m %i minutes, the detour counted', (meters, minutes) => {
    expect(walkMinutes(meters)).toBe(minutes);
  });
});
