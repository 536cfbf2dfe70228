import { describe, expect, it } from 'vitest';
import type { Place } from '../../../shared/place/place.ts';
import { type PlaceFilter, placeMatcher } from '../../../shared/place/place-filter.ts';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import { searchKey } from '../../../shared/place/search-key.ts';
import { samplePlace } from '../../support/sample-place.ts';

const ANYTHING: PlaceFilter = { kinds: [], categories: [], amenities: [], roundTheClock: false, query: '' };

const matches = (given: Partial<Place>, wanted: Partial<PlaceFilter>): boolean => {
  const { name = '小站', address = '' } = given;
  const place = samplePlace({ amenities: [], searchKey: searchKey({ name, address }), ...given });
  return placeMatcher({ ...ANYTHING, ...wanted })(placeFeature(place).properties);
};

const withAmenity = (code: Place['amenities'][number]['code']): Partial<Place> => ({
  amenities: [{ code, state: 'working' }],
});

describe('a query', () => {
  it.each([
    ['微波炉', withAmenity('microwave')],
    ['热饭', withAmenity('microwave')],
    ['能充电', withAmenity('phone_charging')],
    ['有微波炉', withAmenity('microwave')],
    ['wifi', withAmenity('wifi')],
    ['Wi-Fi', withAmenity('wifi')],
    ['first-aid', withAmenity('first_aid')],
    ['e-bike', withAmenity('ebike_charging')],
    ['厕所', withAmenity('toilet')],
    ['厕所', { category: 'public_toilet' as const }],
    ['食堂', { category: 'canteen' as const }],
    ['toilet', { category: 'public_toilet' as const }],
  ])('%s asks for the thing, whatever the place is called', (query, given) => {
    expect(matches(given, { query })).toBe(true);
    expect(matches({ category: 'park' }, { query })).toBe(false);
  });

  it('finds a name that begins like a question', () => {
    expect(matches({ name: '有家便利店' }, { query: '有家' })).toBe(true);
  });

  it('takes two Latin letters for initials, not for the beginning of a thing', () => {
    expect(matches(withAmenity('heating'), { query: 'he' })).toBe(false);
    expect(matches({ name: '和平小站', ...withAmenity('heating') }, { query: 'he' })).toBe(true);
  });

  it.each(['!!!', '😀'])('of nothing but signs, such as %s, finds nothing', (query) => {
    expect(matches({}, { query })).toBe(false);
  });

  it('that is empty asks for nothing', () => {
    expect(matches({}, { query: '  ' })).toBe(true);
  });
});

describe('a wish for amenities', () => {
  it('is met by what works, not by what is broken or missing', () => {
    const broken: Partial<Place> = { amenities: [{ code: 'microwave', state: 'broken' }] };
    expect(matches(withAmenity('microwave'), { amenities: ['microwave'] })).toBe(true);
    expect(matches(broken, { amenities: ['microwave'] })).toBe(false);
    expect(matches(withAmenity('microwave'), { amenities: ['microwave', 'seats'] })).toBe(false);
  });
});
