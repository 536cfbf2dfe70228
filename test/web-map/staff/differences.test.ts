import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../shared/place/schedule.ts';
import { differencesInWords } from '../../../web-map/staff/words/differences.ts';
import { fieldLines } from '../../../web-map/staff/words/field-lines.ts';

const SCHEDULE: Schedule = {
  week: [[[540, 720]], [[540, 720]], [[540, 720]], [[540, 720]], [[540, 720]], [[600, 1560]], []],
  publicHolidays: 'closed',
  exceptions: [{ from: '2026-12-01', to: '2026-12-03', hours: [], reason: '装修' }],
};

describe('a field in words', () => {
  it('writes hours a line for each rule, days in a row together', () => {
    expect(fieldLines('schedule', SCHEDULE, 'zh')).toEqual([
      '周一至周五 09:00–12:00',
      '周六 10:00–次日 02:00',
      '周日 不营业',
      '法定节假日 不营业',
      '12月1日至12月3日 不营业（装修）',
    ]);
  });

  it('names codes, and what is broken', () => {
    expect(fieldLines('category', 'restaurant', 'en')).toEqual(['Restaurant']);
    expect(fieldLines('amenities', [{ code: 'microwave', state: 'broken', note: '按钮坏了' }], 'zh')).toEqual(
      ['微波炉：报修中 · 按钮坏了'],
    );
  });

  it('shows what it does not understand as it stands instead of failing', () => {
    expect(fieldLines('schedule', 'always', 'zh')).toEqual(['"always"']);
    expect(fieldLines('somethingNew', { a: true }, 'zh')).toEqual(['a：是']);
  });
});

describe('differences in words', () => {
  it('tell of a list only what came and went', () => {
    const working = (code: string) => ({ code, state: 'working' });
    expect(
      differencesInWords(
        [
          {
            field: 'amenities',
            before: [working('seats'), working('microwave')],
            after: [working('seats'), working('wifi')],
          },
        ],
        'zh',
      ),
    ).toEqual([{ field: 'amenities', name: '设施', before: ['微波炉'], after: ['无线网络'] }]);
  });

  it('leave out counters and what says the same', () => {
    expect(
      differencesInWords(
        [
          { field: 'version', before: 1, after: 2 },
          { field: 'searchKey', before: 'a', after: 'b' },
          { field: 'name', before: '店', after: '店' },
        ],
        'zh',
      ),
    ).toEqual([]);
  });
});
