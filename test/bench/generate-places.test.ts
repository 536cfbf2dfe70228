import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../shared/geo/distance.ts';
import { Place } from '../../shared/place/place.ts';
import { generatePlaces, randomNumbers, randomPosition } from './generate-places.ts';

describe('the places of the benchmarks', () => {
  it('are the same at every call', () => {
    expect([...generatePlaces(500)]).toEqual([...generatePlaces(500)]);
  });

  it('are places that the system takes, each with an id and a marker id of its own', () => {
    const places = [...generatePlaces(1000)];
    for (const place of places) expect(Place.parse(place)).toEqual(place);
    expect(new Set(places.map(({ id }) => id)).size).toBe(1000);
    expect(new Set(places.map(({ markerId }) => markerId)).size).toBe(1000);
  });

  it.each([1000, 10_000])('lie as dense among %i as among any other number', (count) => {
    const places = [...generatePlaces(count)];
    const random = randomNumbers(1);
    let found = 0;
    const samples = 60;
    for (let sample = 0; sample < samples; sample++) {
      const center = randomPosition(random, count, 1);
      found += places.filter(({ position }) => distanceMeters(center, position) <= 1000).length;
    }
    // 28 on a square kilometre are 88 in a disc of 1 km; samples overlap, so the bound is wide.
    expect(found / samples).toBeGreaterThan(80);
    expect(found / samples).toBeLessThan(96);
  });

  it('have every kind of hours, amenities in and out of order, and some without hours', () => {
    const places = [...generatePlaces(1000)];
    const has = (test: (place: Place) => unknown) => places.some((place) => Boolean(test(place)));
    expect(has(({ schedule }) => schedule === undefined)).toBe(true);
    expect(has(({ schedule }) => schedule?.week[0][0]?.[1] === 1440)).toBe(true);
    expect(has(({ schedule }) => schedule?.week[0].length === 2)).toBe(true);
    expect(has(({ schedule }) => (schedule?.week[0][0]?.[1] ?? 0) > 1440)).toBe(true);
    expect(has(({ amenities }) => amenities.some(({ state }) => state === 'broken'))).toBe(true);
    expect(new Set(places.map(({ kind }) => kind)).size).toBe(3);
  });
});
