import { monotonicFactory } from 'ulid';
import type { Position } from '../../shared/geo/position.ts';
import { kindOf } from '../../shared/place/kind.ts';
import type { Place } from '../../shared/place/place.ts';

const nextId = monotonicFactory();
let nextMarkerId = 1;

/** Every day from 08:00 to 20:00, the same on holidays. */
export const EVERY_DAY: NonNullable<Place['schedule']> = {
  week: [
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
  ],
  publicHolidays: 'same_as_sunday',
};

/** A stored place of 华阳路街道, published and with everything in order, except for what is said otherwise. */
export const samplePlace = (given: Partial<Place> = {}): Place => {
  const position: Position = given.position ?? [121.415, 31.2192];
  const category = given.category ?? 'care_point';
  return {
    id: nextId(),
    markerId: nextMarkerId++,
    subdistrict: '310105001',
    state: 'published',
    name: '爱心接力小站',
    address: '长宁路1号',
    category,
    kind: kindOf(category),
    position,
    givenPosition: { crs: 'wgs84', position },
    amenities: [{ code: 'drinking_water', state: 'working' }],
    schedule: EVERY_DAY,
    illustrative: false,
    source: { name: 'test' },
    searchKey: '爱心接力小站 长宁路1号',
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    version: 1,
    ...given,
  };
};
