import { parse } from 'csv-parse/sync';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { Health, PlaceExport, SubdistrictList } from '../../../shared/api/answers.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { askMap } from '../../support/map-event.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const change = { by: 'test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
const formula = samplePlace({ name: '=HYPERLINK("x")', category: 'restaurant' });
const places = [
  formula,
  samplePlace({ state: 'suspended', suspension: { reason: '装修' } }),
  samplePlace({ category: 'park' }),
];
const hidden = [samplePlace({ state: 'draft' }), samplePlace({ state: 'retired' })];
const LARGE = '310109016';
const large = Array.from({ length: 420 }, (_, index) =>
  samplePlace({
    subdistrict: LARGE,
    name: `大站${index}`,
    services: Array.from({ length: 20 }, () => ({
      name: '服务'.repeat(20),
      booking: false,
      note: '说明'.repeat(90),
    })),
  }),
);

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  await saveSubdistrict(sampleSubdistrict({ code: LARGE, name: '凉城新村街道' }));
  await savePlaces(
    [...places, ...hidden, ...large].map((after) => ({ after, change })),
    { newId: ulid },
  );
});

describe('the export of a subdistrict', () => {
  it('holds what is on the map as GeoJSON, with CRS, licence and attribution', async () => {
    const answer = await askMap('exportPlacesGeojson', { query: { subdistrict: '310105001' } });
    const collection = PlaceExport.parse(answer.json());
    expect(collection.features.map(({ id }) => id).toSorted()).toEqual(places.map(({ id }) => id).toSorted());
    expect([collection.crs, collection.licence, collection.attribution]).toEqual([
      'wgs84',
      'ODbL-1.0',
      '© test',
    ]);
    expect(answer.body).not.toContain('searchKey');
    expect(collection.next).toBeUndefined();
  });

  it('converts positions when asked to, and says so', async () => {
    const answer = await askMap('exportPlacesGeojson', { query: { subdistrict: '310105001', crs: 'gcj02' } });
    const { crs, features } = PlaceExport.parse(answer.json());
    const first = features.find(({ id }) => id === formula.id);
    expect([crs, first?.geometry.coordinates]).toEqual([
      'gcj02',
      convertPosition(formula.position, 'wgs84', 'gcj02'),
    ]);
  });

  it('is the same bytes for the same places, so that its ETag is honest', async () => {
    const query = { subdistrict: '310105001' };
    const first = await askMap('exportPlacesGeojson', { query });
    const again = await askMap('exportPlacesGeojson', {
      query,
      headers: { 'if-none-match': `${first.headers.etag}` },
    });
    expect(again.status).toBe(304);
  });

  it('is cut into pages of about 4 MB, each naming the next', async () => {
    const ids: string[] = [];
    let address: string | undefined = `/v1/places.geojson?subdistrict=${LARGE}`;
    let pages = 0;
    while (address) {
      const query = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
      const answer = await askMap('exportPlacesGeojson', { query });
      expect(Buffer.byteLength(answer.body)).toBeLessThan(4.2 * 1024 * 1024);
      const page = PlaceExport.parse(answer.json());
      expect(answer.headers.link).toBe(page.next && `<${page.next}>; rel="next"`);
      ids.push(...page.features.map(({ id }) => id));
      address = page.next;
      pages += 1;
    }
    expect(pages).toBeGreaterThan(1);
    expect(ids).toEqual(large.map(({ id }) => id).toSorted());
  });

  it('is CSV with Chinese headers for spreadsheets, no cell of which is a formula', async () => {
    const answer = await askMap('exportPlacesCsv', { query: { subdistrict: '310105001' } });
    const rows = parse(answer.body, { bom: true, columns: true }) as Record<string, string>[];
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('places-310105001-wgs84.csv');
    expect(rows.map((row) => row.编号).toSorted()).toEqual(places.map(({ id }) => id).toSorted());
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(rows.find((row) => row.编号 === formula.id)?.类别).toBe('餐饮店');
    expect(rows.map((row) => [row.坐标系, row.许可, row.署名])).toEqual(
      places.map(() => ['wgs84', 'ODbL-1.0', '© test']),
    );
  });

  it('does not exist for a subdistrict that is not kept here', async () => {
    const answer = await askMap('exportPlacesCsv', { query: { subdistrict: '310104004' } });
    expect([answer.status, answer.json<Problem>().code]).toEqual([404, 'not_found']);
  });
});

describe('the subdistricts', () => {
  it('come with their outline and the number of places of each kind on the map', async () => {
    const { features } = SubdistrictList.parse((await askMap('listSubdistricts')).json());
    expect(features.map(({ id, properties }) => [id, properties.counts])).toEqual([
      ['310105001', { station: 1, merchant: 1, facility: 1 }],
      [LARGE, { station: 420, merchant: 0, facility: 0 }],
    ]);
    expect(features[0]?.geometry).toEqual(sampleSubdistrict().outline);
  });

  it('tell when their data changed, as does the health of the whole', async () => {
    const { features } = SubdistrictList.parse((await askMap('listSubdistricts')).json());
    const health = Health.parse((await askMap('getHealth')).json());
    expect(features[0]?.properties.dataChangedAt).toBe(change.at);
    expect([health.table, health.dataChangedAt]).toEqual(['reachable', change.at]);
  });
});
