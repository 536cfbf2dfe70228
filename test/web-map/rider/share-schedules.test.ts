import { expect, it } from 'vitest';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import { shareSchedules } from '../../../web-map/rider/state/share-schedules.ts';
import { EVERY_DAY, samplePlace } from '../../support/sample-place.ts';

it('gives places with the same hours the same schedule object, and changes nothing else', () => {
  const places = [
    samplePlace(),
    samplePlace(),
    samplePlace({ schedule: { ...EVERY_DAY, publicHolidays: 'closed' } }),
  ];
  const parsed = places.map((place) => structuredClone(placeFeature(place)));
  const shared = shareSchedules(parsed);
  expect(shared).toEqual(parsed);
  const [first, second, third] = shared.map(({ properties }) => properties.schedule);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});
