import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { PlaceList } from '../../../shared/api/answers.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { searchKey } from '../../../shared/place/search-key.ts';
import { askMap } from '../../support/map-event.ts';
import { samplePlace } from '../../support/sample-place.ts';

const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
const named = (name: string, more: Parameters<typeof samplePlace>[0] = {}) =>
  samplePlace({ name, searchKey: searchKey({ name, address: '' }), ...more });

const canteen = named('华阳社区食堂', { category: 'canteen', position: [121.44, 31.24] });
const closedCanteen = named('万宏社区食堂', {
  category: 'canteen',
  state: 'suspended',
  suspension: { reason: '装修' },
});
const elsewhere = named('凉城食堂', {
  category: 'canteen',
  subdistrict: '310109016',
  position: [121.47, 31.28],
});
const others = Array.from({ length: 60 }, (_, index) =>
  samplePlace({
    position: [121.405 + (index % 10) * 0.004, 31.21 + Math.floor(index / 10) * 0.004] as Position,
  }),
);
const all = [canteen, closedCanteen, elsewhere, ...others];
const BBOX = '121.4,31.2,121.5,31.29';

const list = async (query: Record<string, string>) => {
  const answer = await askMap('listPlaces', { query });
  expect(answer.status).toBe(200);
  return PlaceList.parse(answer.json());
};

const allPages = async (query: Record<string, string>): Promise<string[]> => {
  const ids: string[] = [];
  for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
    const { features, next } = await list({ ...query, ...(cursor && { cursor }) });
    ids.push(...features.map(({ id }) => id));
    cursor = next;
    expect(page).toBeLessThan(100);
  }
  return ids;
};

beforeAll(() =>
  savePlaces(
    all.map((after) => ({ after, change })),
    { newId: ulid },
  ),
);

describe('the list of places', () => {
  it.each(['1', '7', '50', '200'])('names every place of a box once, in pages of %s', async (limit) => {
    const ids = await allPages({ bbox: BBOX, limit });
    expect(ids.length).toBe(all.length);
    expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)));
  });

  it('names every place of a subdistrict once, page by page', async () => {
    const ids = await allPages({ subdistrict: '310105001', limit: '7' });
    expect(ids.toSorted()).toEqual(
      all
        .filter((it) => it.subdistrict === '310105001')
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('has no next page where the last one is exactly full', async () => {
    expect((await list({ subdistrict: '310109016', limit: '1' })).next).toBeUndefined();
  });

  it('takes a box in GCJ-02 for what it is there, to the metre', async () => {
    const [west, south] = convertPosition(others[0]!.position, 'wgs84', 'gcj02');
    const [east, north] = convertPosition(others[59]!.position, 'wgs84', 'gcj02');
    const box = [west, south, east, north];
    const inside = all.filter(({ position }) => {
      const [lng, lat] = convertPosition(position, 'wgs84', 'gcj02');
      return lng >= west && lng <= east && lat >= south && lat <= north;
    });
    const ids = await allPages({ bbox: box.join(','), crs: 'gcj02' });
    expect(ids.toSorted()).toEqual(inside.map(({ id }) => id).toSorted());
    expect(ids).toContain(others[0]!.id);
  });

  it('keeps both a box and a subdistrict when both are given', async () => {
    expect(await allPages({ bbox: BBOX, subdistrict: '310109016' })).toEqual([elsewhere.id]);
  });

  it.each([
    ['食堂', [canteen, closedCanteen, elsewhere]],
    ['堂', [canteen, closedCanteen, elsewhere]],
    ['hys', [canteen]],
    ['huayang', [canteen]],
    ['华阳 食堂', [canteen]],
    ['没有这个', []],
  ])('finds by %s', async (q, expected) => {
    const ids = await allPages({ bbox: BBOX, q });
    expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  });

  it('answers only what is open at a moment, with its state then', async () => {
    const query = { bbox: BBOX, category: 'canteen' };
    const noon = await list({ ...query, openAt: '2026-11-20T12:00:00+08:00' });
    expect(noon.features.map(({ id }) => id).toSorted()).toEqual([canteen.id, elsewhere.id].toSorted());
    expect(noon.features.map(({ properties }) => properties.openState?.status)).toEqual(['open', 'open']);
    expect((await list({ ...query, openAt: '2026-11-20T23:00:00+08:00' })).features).toEqual([]);
    expect((await list(query)).features[0]?.properties.openState).toBeUndefined();
  });
});

describe('a list that cannot be answered', () => {
  it.each<[Record<string, string>, string, string]>([
    [{}, 'area_required', 'bbox or subdistrict'],
    [{ q: '食堂' }, 'area_required', 'bbox or subdistrict'],
    [{ bbox: '121,31,122,32' }, 'area_too_large', 'tiles'],
    [{ bbox: '121.5,31.2,121.4,31.3' }, 'invalid_request', 'west,south,east,north'],
    [{ bbox: '1,2,3' }, 'invalid_request', 'bbox'],
    [{ bbox: '2,48,2.1,48.1' }, 'invalid_request', 'China'],
    [{ bbox: BBOX, limit: '0' }, 'invalid_request', 'limit'],
    [{ bbox: BBOX, limit: '1e3' }, 'invalid_request', 'limit'],
    [{ bbox: BBOX, kind: 'station,castle' }, 'invalid_request', 'kind'],
    [{ bbox: BBOX, openAt: 'tomorrow' }, 'invalid_request', 'openAt'],
    [{ bbox: BBOX, openAt: '2026-02-30T12:00:00Z' }, 'invalid_request', 'openAt'],
    [{ bbox: BBOX, colour: 'red' }, 'invalid_request', 'colour'],
    [{ bbox: BBOX, q: ' ' }, 'invalid_request', 'q'],
    [{ bbox: BBOX, crs: 'bd09' }, 'invalid_request', 'crs'],
    [{ bbox: BBOX, cursor: 'nonsense' }, 'invalid_cursor', 'cursor'],
    [{ subdistrict: '31010500' }, 'invalid_request', 'subdistrict'],
  ])('says what is wrong with %j', async (query, code, said) => {
    const answer = await askMap('listPlaces', { query });
    const problem = answer.json<Problem>();
    expect([answer.status, problem.code]).toEqual([400, code]);
    expect(JSON.stringify(problem)).toContain(said);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('names every wrong field at once, and where it stands', async () => {
    const answer = await askMap('listPlaces', { query: { bbox: 'x', limit: '-1' } });
    const { fields } = answer.json<Problem>();
    expect(fields?.map((field) => [field.in, field.field])).toEqual([
      ['query', 'bbox'],
      ['query', 'limit'],
    ]);
  });

  it('refuses a cursor of another list', async () => {
    const { next } = await list({ subdistrict: '310105001', limit: '7' });
    const answer = await askMap('listPlaces', { query: { bbox: BBOX, cursor: `${next}` } });
    expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'invalid_cursor']);
  });
});
