import { describe, expect, it } from 'vitest';
import { csvLine, neutralCell, plainCell } from '../../../shared/place/csv.ts';
import { COLUMN_NAMES, placeRow } from '../../../shared/place/place-columns.ts';
import { samplePlace } from '../../support/sample-place.ts';

const cellsOf = (place: Parameters<typeof placeRow>[0], style?: Parameters<typeof placeRow>[1]) => {
  const names = COLUMN_NAMES[style?.language ?? 'zh'];
  return Object.fromEntries(placeRow(place, style).map((cell, index) => [names[index], cell]));
};

describe('placeRow', () => {
  it('has a cell for each column, and no two columns of one name', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(placeRow(samplePlace(), { language, crs: 'wgs84' })).toHaveLength(COLUMN_NAMES[language].length);
      expect(new Set(COLUMN_NAMES[language]).size).toBe(COLUMN_NAMES[language].length);
    }
  });

  it('writes words and marks what is broken', () => {
    const cells = cellsOf(
      samplePlace({
        category: 'nuanxin_nest',
        tier: 'micro',
        amenities: [
          { code: 'drinking_water', state: 'working' },
          { code: 'microwave', state: 'broken', note: '按钮坏了（左边）' },
          { code: 'wifi', state: 'broken', brokenSince: '2026-11-01T16:30:00.000Z' },
        ],
      }),
    );
    expect(cells).toMatchObject({
      类别: '暖新巢',
      层级: '微驿站',
      设施: '饮用水、微波炉(报修：按钮坏了 左边 )、无线网络(报修 2026-11-02 00:30)',
      示例数据: '否',
      英文名: '',
    });
  });

  it('writes codes in English and positions in the CRS that is asked for', () => {
    const place = samplePlace({ position: [121.4122, 31.2207] });
    const wgs84 = cellsOf(place, { language: 'en', crs: 'wgs84' });
    const gcj02 = cellsOf(place, { language: 'en', crs: 'gcj02' });
    expect(wgs84).toMatchObject({ category: 'care_point', lng: '121.4122', lat: '31.2207', crs: 'wgs84' });
    expect(gcj02.crs).toBe('gcj02');
    expect(Number(gcj02.lng) - 121.4122).toBeCloseTo(0.0045, 3);
  });
});

describe('csvLine', () => {
  it('quotes what has to be quoted and ends the line as the RFC says', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', ''])).toBe(
      'a,"b,c","say ""hi""","two\nlines",\r\n',
    );
  });

  it.each(['=1+1', '+86 21 1234', '-5', '@SUM(A1)', '\tx', '\n=1', '＝1+1', '＋1', '－1', '＠A'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^"?'/);
      expect(plainCell(neutralCell(text))).toBe(text);
    },
  );

  it('leaves an apostrophe that someone wrote', () => {
    expect(plainCell(neutralCell("'t Hof"))).toBe("'t Hof");
  });
});
