import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { DUPLICATE_RADIUS_METERS, duplicateIndex } from '../../../shared/place/duplicate.ts';
import { nameSimilarity, SIMILAR_NAMES } from '../../../shared/place/name-similarity.ts';

describe('nameSimilarity', () => {
  it.each([
    ['全家(中山公园店)', '全家便利店中山公园店'],
    ['ＦａｍｉｌｙＭａｒｔ', 'familymart'],
    ['华阳路街道党群服务中心', '华阳路街道社区党群服务中心暖新巢'],
    ['Starbucks Coffee', 'Starbucks'],
    ['便利店', '便利店'],
    ['工商银行中山公园支行', '中国工商银行中山公园支行'],
    ['肯德基(龙之梦店)', '肯德基长宁龙之梦店'],
    ['长宁图书馆', '长宁区图书馆'],
    ['华阳路街道社区卫生服务站', '华阳路街道社区卫生服务中心'],
    ['Costa 龙之梦购物中心', 'Costa长宁龙之梦购物中心'],
  ])('takes %s and %s for possibly the same', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(SIMILAR_NAMES);
  });

  it.each([
    ['暖新巢虹桥站', '兰州拉面馆店'],
    ['罗森中山公园店', '全家中山公园店'],
    ['中山公园', '中山公园站卫生间'],
    ['中山公园站卫生间（北站厅）', '中山公园站卫生间（南站厅）'],
    ['武夷路微驿站', '定西路微驿站'],
    ['1号门驿站', '2号门驿站'],
    ['便利店', '超市'],
    ['中国银行', '中国农业银行'],
    ['中国银行中山公园支行', '中国农业银行中山公园支行'],
    ['中国工商银行中山公园支行', '中国农业银行中山公园支行'],
    ['浦东发展银行定西路支行', '浦东发展银行武夷路支行'],
    ['华阳路街道党群服务中心', '华阳路街道华一居民区党群服务中心'],
    ['', '慈善驿站'],
  ])('takes %s and %s for different', (a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(SIMILAR_NAMES);
  });

  it('is the same both ways and 1 for a name and itself', () => {
    const name = fc.string({ unit: fc.constantFrom(...'华阳路街道站店北南12ab '), maxLength: 12 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(nameSimilarity(a, b)).toBe(nameSimilarity(b, a));
        if (/[^ ]/.test(a)) expect(nameSimilarity(a, a)).toBe(1);
      }),
    );
  });
});

describe('duplicateIndex', () => {
  it('finds exactly the entries within the radius, wherever the borders of its cells run', () => {
    const position = fc.tuple(
      fc.double({ min: 121.41, max: 121.415, noNaN: true }),
      fc.double({ min: 53.2, max: 53.205, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 30 }), position, (others, here) => {
        const index = duplicateIndex<Position>();
        for (const other of others) index.add(other, '慈善驿站', other);
        const expected = others.filter((other) => distanceMeters(other, here) <= DUPLICATE_RADIUS_METERS);
        const found = index.suspects('慈善驿站', here).map(({ entry }) => entry);
        expect(found).toHaveLength(expected.length);
        expect(new Set(found)).toEqual(new Set(expected));
      }),
    );
  });

  it('answers the nearest first, and nothing for another name', () => {
    const index = duplicateIndex<string>();
    index.add('far', '全家便利店中山公园店', [121.4129, 31.22]);
    index.add('near', '全家中山公园店', [121.4121, 31.22]);
    expect(index.suspects('全家（中山公园店）', [121.412, 31.22]).map(({ entry }) => entry)).toEqual([
      'near',
      'far',
    ]);
    expect(index.suspects('罗森中山公园店', [121.412, 31.22])).toEqual([]);
  });
});
