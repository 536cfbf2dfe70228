import { gunzipSync } from 'node:zlib';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { TilePlaces } from '../../../shared/api/answers.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { tileOf } from '../../../shared/geo/tile.ts';
import { countRequests } from '../../support/count-requests.ts';
import { askMap } from '../../support/map-event.ts';
import { samplePlace } from '../../support/sample-place.ts';

const paramsOf = (lng: number, lat: number) => {
  const { x, y } = tileOf([lng, lat]);
  return { x: `${x}`, y: `${y}` };
};
const params = paramsOf(121.415, 31.2192);
const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };

const places = [
  samplePlace({ name: '<img onerror=alert(1)>' }),
  samplePlace({ state: 'suspended', suspension: { reason: '装修' } }),
  samplePlace({ state: 'draft' }),
  samplePlace({ state: 'retired' }),
  ...Array.from({ length: 8 }, () => samplePlace()),
];

beforeAll(() =>
  savePlaces(
    places.map((after) => ({ after, change })),
    { newId: ulid },
  ),
);

describe('a tile', () => {
  it('holds what is published and what is closed for the time being, by id, and nothing else', async () => {
    const answer = await askMap('getTile', { params });
    const { features, crs } = TilePlaces.parse(answer.json());
    const expected = places
      .filter(({ state }) => state === 'published' || state === 'suspended')
      .map(({ id }) => id);
    expect(features.map(({ id }) => id)).toEqual(expected.toSorted());
    expect(crs).toBe('wgs84');
    expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
  });

  it('holds nothing computed from the clock', async () => {
    const { body } = await askMap('getTile', { params });
    expect(body).not.toMatch(/openState|confidence|freshness|distance/);
  });

  it('answers 304 to its ETag, and 200 to another one', async () => {
    const first = await askMap('getTile', { params });
    const etag = `${first.headers.etag}`;
    const again = await askMap('getTile', { params, headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
    expect((await askMap('getTile', { params, headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('may be kept for 20 seconds and not a moment longer: with the 30 s of the cache here, under a minute', async () => {
    const { headers } = await askMap('getTile', { params });
    expect(headers['cache-control']).toBe('public, max-age=20');
  });

  it('is compressed for who takes gzip, and for nobody else', async () => {
    const plain = await askMap('getTile', { params });
    const gzipped = await askMap('getTile', { params, headers: { 'accept-encoding': 'br, gzip' } });
    const refused = await askMap('getTile', { params, headers: { 'accept-encoding': 'gzip;q=0, identity' } });
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(gzipped.body, 'base64')).toString()).toBe(plain.body);
    expect([plain.headers['content-encoding'], refused.headers['content-encoding']]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('moves every point by the same rule when GCJ-02 is asked for', async () => {
    const wgs84 = TilePlaces.parse((await askMap('getTile', { params })).json());
    const gcj02 = TilePlaces.parse((await askMap('getTile', { params, query: { crs: 'gcj02' } })).json());
    expect(gcj02.crs).toBe('gcj02');
    expect(gcj02.features.map(({ geometry }) => geometry.coordinates)).toEqual(
      wgs84.features.map(({ geometry }) => convertPosition(geometry.coordinates, 'wgs84', 'gcj02')),
    );
  });

  it('costs one query however many ask at once, and none while it is kept', async () => {
    const cold = paramsOf(121.6, 31.3);
    const counts = await countRequests(() =>
      Promise.all(Array.from({ length: 20 }, () => askMap('getTile', { params: cold }))),
    );
    expect(counts).toEqual({ QueryCommand: 1 });
    expect(await countRequests(() => askMap('getTile', { params: cold }))).toEqual({});
  });

  it.each(['013717', '13717.0', '-0', '+1', '1e4', ' 1', '16384'])(
    'has one address: x=%s is refused',
    async (x) => {
      expect((await askMap('getTile', { params: { x, y: '6695' } })).status).toBe(400);
    },
  );

  it('is empty, without asking the table, outside of China', async () => {
    const counts = await countRequests(async () => {
      const answer = await askMap('getTile', { params: { x: '100', y: '100' } });
      expect(TilePlaces.parse(answer.json()).features).toEqual([]);
    });
    expect(counts).toEqual({});
  });

  it('reads at most 16 tiles for 3 km and 32 for 5 km, and never scans', async () => {
    const query = (radiusMeters: string, lng: string) => ({ lng, lat: '30.9', radiusMeters });
    const three = await countRequests(() => askMap('listNearbyPlaces', { query: query('3000', '121.1') }));
    const five = await countRequests(() => askMap('listNearbyPlaces', { query: query('5000', '121.8') }));
    expect(Object.keys(three)).toEqual(['QueryCommand']);
    expect(three.QueryCommand).toBeLessThanOrEqual(16);
    expect(five.QueryCommand).toBeLessThanOrEqual(32);
  });
});
