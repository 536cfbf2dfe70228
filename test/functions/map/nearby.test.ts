import fc from 'fast-check';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { NearbyPlaces, WechatMarkers } from '../../../shared/api/answers.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { tileBbox, tileOf } from '../../../shared/geo/tile.ts';
import type { AmenityCode } from '../../../shared/place/amenity.ts';
import type { Category } from '../../../shared/place/kind.ts';
import type { Place } from '../../../shared/place/place.ts';
import { askMap } from '../../support/map-event.ts';
import { samplePlace } from '../../support/sample-place.ts';

const CROSSROADS: Position = [121.44, 31.23];
const [WEST, SOUTH, EAST, NORTH] = tileBbox(tileOf([121.43, 31.22]));

/** A fixed sequence of numbers between 0 and 1, so that a failure comes back. */
const sequence = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const random = sequence(20_261_120);
const CATEGORIES: Category[] = ['nuanxin_nest', 'restaurant', 'canteen', 'park'];
const AMENITIES: AmenityCode[] = ['drinking_water', 'microwave', 'toilet'];

const somewhere = (): Position => [121.38 + random() * 0.1, 31.18 + random() * 0.09];
const randomPlace = (position: Position): Place =>
  samplePlace({
    position,
    category: CATEGORIES[Math.floor(random() * CATEGORIES.length)] as Category,
    amenities: AMENITIES.filter(() => random() < 0.5).map((code) => ({
      code,
      state: random() < 0.8 ? 'working' : 'broken',
    })),
    state: random() < 0.9 ? 'published' : 'suspended',
  });

/** Equally far from a point between two tiles; the younger one lies in the tile that is read first. */
const BORDER: Position = [EAST, 31.2199];
const [older, younger] = [
  samplePlace({ position: [EAST + 0.001, 31.2199] }),
  samplePlace({ position: [EAST - 0.001, 31.2199] }),
];

const hidden = [samplePlace({ state: 'draft' }), samplePlace({ state: 'retired' })];
const onMap: Place[] = [
  older,
  younger,
  ...Array.from({ length: 400 }, () => randomPlace(somewhere())),
  // 180 at one crossroads: all equally far from everywhere.
  ...Array.from({ length: 180 }, () => randomPlace(CROSSROADS)),
  // On the corners and edges of a tile.
  ...[WEST, EAST].flatMap((lng) => [SOUTH, NORTH].map((lat) => randomPlace([lng, lat]))),
  ...[0.25, 0.5, 0.75].flatMap((share) => [
    randomPlace([WEST + share * (EAST - WEST), NORTH]),
    randomPlace([EAST, SOUTH + share * (NORTH - SOUTH)]),
  ]),
];

const nearby = async (query: Record<string, string>) => {
  const answer = await askMap('listNearbyPlaces', { query });
  expect(answer.status).toBe(200);
  return NearbyPlaces.parse(answer.json()).features;
};

beforeAll(async () => {
  const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
  await savePlaces(
    [...onMap, ...hidden].map((after) => ({ after, change })),
    { newId: ulid },
  );
});

describe('nearby', () => {
  it('answers what looking at every place answers, in the same order', async () => {
    const centers = fc.oneof(
      fc.tuple(
        fc.double({ min: 121.37, max: 121.49, noNaN: true }),
        fc.double({ min: 31.17, max: 31.28, noNaN: true }),
      ),
      fc.constantFrom<Position>(CROSSROADS, [WEST, SOUTH], [EAST, NORTH], [WEST, NORTH]),
      fc.constantFrom(...onMap.slice(0, 50).map((place) => place.position)),
    );
    await fc.assert(
      fc.asyncProperty(
        centers,
        fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5000, noNaN: true })),
        fc.integer({ min: 1, max: 50 }),
        fc.option(fc.constantFrom(...CATEGORIES), { nil: undefined }),
        fc.subarray(AMENITIES),
        async (given, radius, limit, category, amenities) => {
          const center: Position = [Number(given[0].toFixed(7)), Number(given[1].toFixed(7))];
          const radiusMeters = Number(radius.toFixed(3));
          const found = await nearby({
            lng: center[0].toFixed(7),
            lat: center[1].toFixed(7),
            radiusMeters: radiusMeters.toFixed(3),
            limit: `${limit}`,
            ...(category && { category }),
            ...(amenities.length > 0 && { amenities: amenities.join(',') }),
          });
          const expected = onMap
            .filter((place) => !category || place.category === category)
            .filter((place) =>
              amenities.every((code) =>
                place.amenities.some((it) => it.code === code && it.state === 'working'),
              ),
            )
            .map((place) => ({ id: place.id, meters: distanceMeters(center, place.position) }))
            .filter(({ meters }) => meters <= radiusMeters)
            .sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1))
            .slice(0, limit);
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          expect(found.map(({ properties }) => properties.distanceMeters)).toEqual(
            expected.map(({ meters }) => Math.round(meters)),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('answers all 180 places at one spot page-free, 50 of them in the order of their ids', async () => {
    const found = await nearby({ lng: '121.44', lat: '31.23', radiusMeters: '0', limit: '50' });
    const ids = onMap.filter(({ position }) => position === CROSSROADS).map(({ id }) => id);
    expect(found.map(({ id }) => id)).toEqual(ids.toSorted().slice(0, 50));
  });

  it('orders by id what is equally far in two tiles', async () => {
    expect(distanceMeters(BORDER, older.position)).toBe(distanceMeters(BORDER, younger.position));
    const found = await nearby({ lng: `${BORDER[0]}`, lat: `${BORDER[1]}`, radiusMeters: '150' });
    const ids = found.map(({ id }) => id).filter((id) => id === older.id || id === younger.id);
    expect(ids).toEqual([older.id, younger.id]);
  });

  it('never shows a draft or a place that is gone', async () => {
    const found = await nearby({ lng: '121.415', lat: '31.2192', radiusMeters: '5000', limit: '50' });
    const ids = hidden.map(({ id }) => id);
    expect(found.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('keeps only what is open at the moment asked about, and says so for that moment', async () => {
    const query = { lng: '121.44', lat: '31.23', radiusMeters: '1000', limit: '50' };
    expect(await nearby({ ...query, openAt: '2026-11-20T03:00:00+08:00' })).toEqual([]);
    const atNoon = await nearby({ ...query, openAt: '2026-11-20T12:00:00+08:00' });
    expect(atNoon.length).toBe(50);
    expect(atNoon.map(({ properties }) => properties.openState.status)).toEqual(Array(50).fill('open'));
    expect(atNoon.filter(({ properties }) => properties.state === 'suspended')).toEqual([]);
  });

  it('takes and answers GCJ-02 when asked to, and finds the same places', async () => {
    const [lng, lat] = convertPosition(CROSSROADS, 'wgs84', 'gcj02');
    const query = { radiusMeters: '300', limit: '50' };
    const inGcj02 = await nearby({ ...query, lng: `${lng}`, lat: `${lat}`, crs: 'gcj02' });
    const inWgs84 = await nearby({ ...query, lng: '121.44', lat: '31.23' });
    expect(inGcj02.length).toBe(50);
    expect(inGcj02.map(({ id }) => id).toSorted()).toEqual(inWgs84.map(({ id }) => id).toSorted());
    expect(distanceMeters(inGcj02[0]!.geometry.coordinates, [lng, lat])).toBeLessThan(1);
  });

  it('answers markers for the WeChat map: numeric ids, GCJ-02, a callout', async () => {
    const answer = await askMap('listNearbyPlaces', {
      query: { lng: '121.44', lat: '31.23', radiusMeters: '10', limit: '3', format: 'markers' },
    });
    const { markers } = WechatMarkers.parse(answer.json());
    const [lng, lat] = convertPosition(CROSSROADS, 'wgs84', 'gcj02');
    expect(markers.map(({ id, longitude, latitude }) => [typeof id, longitude, latitude])).toEqual(
      Array(3).fill(['number', lng, lat]),
    );
    expect(markers[0]?.callout.content).toContain('爱心接力小站');
  });
});
