import { describe, expect, it } from 'vitest';
import { SIMILAR_NAMES } from '../../../shared/place/name-similarity.ts';
import { nameLikeness } from '../../../shared/registration/name-likeness.ts';

describe('nameLikeness', () => {
  it.each([
    ['豫园小馆', '裕园小馆'],
    ['阿娘麵館', '阿娘面馆'],
    ['張記燒餅', '张记烧饼'],
    ['老盛昌汤包', '老盛昌湯包'],
    ['鼎福记', '鼎福記'],
    ['全家(中山公园店)', '全家便利店中山公园店'],
    ['宜德饭堂', '怡德饭堂'],
  ])('takes %s and %s for possibly the same', (a, b) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(SIMILAR_NAMES);
    expect(nameLikeness(b, a)).toBeGreaterThanOrEqual(SIMILAR_NAMES);
  });

  it.each([
    ['暖新巢虹桥站', '兰州拉面馆店'],
    ['中国银行', '中国农业银行'],
    ['中山公园站卫生间（北站厅）', '中山公园站卫生间（南站厅）'],
    ['罗森中山公园店', '全家中山公园店'],
    ['武夷路微驿站', '定西路微驿站'],
    ['老王水果', '老李水果'],
    ['Starbucks', '星巴克'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(nameLikeness(a, b)).toBeLessThan(SIMILAR_NAMES);
    expect(nameLikeness(b, a)).toBeLessThan(SIMILAR_NAMES);
  });

  it('is 1 for a name and itself, 0 for names that share nothing', () => {
    expect(nameLikeness('宜德饭堂', '宜德饭堂')).toBe(1);
    expect(nameLikeness('🍜', '🍜')).toBe(0);
    expect(nameLikeness('', '')).toBe(0);
  });
});
