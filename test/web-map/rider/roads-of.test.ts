import { expect, it } from 'vitest';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import { roadsOf } from '../../../web-map/rider/state/roads-of.ts';
import { samplePlace } from '../../support/sample-place.ts';

const at = (address: string, lng = 121.415) => placeFeature(samplePlace({ address, position: [lng, 31.22] }));

it('finds the roads that addresses name, nearest first, in the middle of their places', () => {
  const roads = roadsOf(
    [at('长宁路1018号', 121.41), at('长宁路396弄79号', 121.42), at('延安西路站费区外', 121.45)],
    [121.4, 31.22],
    10,
  );
  expect(roads.map(({ name }) => name)).toEqual(['长宁路', '延安西路']);
  expect(roads[0]?.position[0]).toBeCloseTo(121.415, 6);
});

it('takes neither a subdistrict nor a block nor a mall for a road', () => {
  const addresses = ['华阳路街道（门牌待核）', '活力中山街区', '中山公园站费区外，近龙之梦通道口', ''];
  expect(
    roadsOf(
      addresses.map((address) => at(address)),
      [121.4, 31.2],
      10,
    ),
  ).toEqual([]);
});

it('names no more roads than asked for', () => {
  expect(roadsOf([at('武夷路'), at('定西路'), at('安西路')], [121.4, 31.2], 2)).toHaveLength(2);
});
