import { describe, expect, it } from 'vitest';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import { readRow, rowOf } from '../../../web-map/offline/archived-row.ts';
import { samplePlace } from '../../support/sample-place.ts';

const LOADED_AT = '2026-11-20T02:42:00.000Z';
const good = placeFeature(samplePlace({ tier: 'grid', verifiedAt: LOADED_AT }));
const bare = placeFeature(samplePlace({ amenities: [] }));
const row = (features: readonly unknown[]) => ({
  ...rowOf('1/1', { features: [], loadedAt: LOADED_AT }),
  features,
});
const withProperty = (change: object) => ({ ...good, properties: { ...good.properties, ...change } });

describe('a stored row of the tile archive', () => {
  it('gives back what was put into it', () => {
    const tile = { features: [good, bare], loadedAt: LOADED_AT };
    expect(readRow(structuredClone(rowOf('1/1', tile)))).toEqual(tile);
  });

  it.each([
    ['none', undefined],
    ['a row of before shapes were written down', { name: '1/1', features: [good], loadedAt: LOADED_AT }],
    ['a row of another shape', { ...row([good]), shape: 0 }],
    ['a row whose places are no list', { ...row([]), features: { length: 1 } }],
    ['a row without its time', { ...row([good]), loadedAt: undefined }],
    ['a row whose time is none', { ...row([good]), loadedAt: 'yesterday' }],
  ])('is absent: %s', (_, stored) => {
    expect(readRow(stored)).toBeUndefined();
  });

  it.each([
    ['nothing at all', null],
    ['an id that is no text', { ...good, id: 7 }],
    ['no geometry', { ...good, geometry: undefined }],
    ['one coordinate', { ...good, geometry: { type: 'Point', coordinates: [121.4] } }],
    ['a coordinate without end', { ...good, geometry: { type: 'Point', coordinates: [121.4, Number.NaN] } }],
    ['no properties', { ...good, properties: undefined }],
    ['no name', withProperty({ name: undefined })],
    ['a search key that is no text', withProperty({ searchKey: 3 })],
    ['a kind nobody knows', withProperty({ kind: 'castle' })],
    ['a category that only sounds known', withProperty({ category: 'toString' })],
    ['a tier nobody knows', withProperty({ tier: 'giant' })],
    ['no equipment list', withProperty({ amenities: undefined })],
    ['equipment nobody knows', withProperty({ amenities: [{ code: 'throne', state: 'working' }] })],
    ['hours without a week', withProperty({ schedule: { publicHolidays: 'closed' } })],
    [
      'a week with a day that is none',
      withProperty({ schedule: { week: [1, 2, 3, 4, 5, 6, 7], publicHolidays: 'closed' } }),
    ],
    ['a check at no time', withProperty({ verifiedAt: 'soon' })],
  ])('leaves out a place with %s and keeps the others', (_, feature) => {
    expect(readRow(row([good, feature, bare]))?.features).toEqual([good, bare]);
  });
});
