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

  it('tell of the distances of a subdistrict the class and how far, before and after', () => {
    const standard = (code: string, reach: Record<string, number>) => ({
      class: code,
      reach,
      source: 'subdistrict',
    });
    const difference = {
      field: 'standards',
      before: [standard('canteen', { meters: 500 }), standard('health', { minutes: 10 })],
      after: [standard('canteen', { meters: 800 }), standard('health', { minutes: 10 })],
    };
    expect(differencesInWords([difference], 'zh')).toEqual([
      { field: 'standards', name: '服务半径标准', before: ['社区食堂：500 米'], after: ['社区食堂：800 米'] },
    ]);
    expect(
      differencesInWords([{ field: 'standards', after: [standard('health', { minutes: 10 })] }], 'en'),
    ).toEqual([
      {
        field: 'standards',
        name: 'Standards of distance',
        before: [],
        after: ['Health and medicine: 10 min'],
      },
    ]);
  });

  it('tell of areas and buildings how many, how many people and from where', () => {
    const source = '街道 2026-01-01';
    const before = { count: 1, people: { residents: 300 }, sources: [source] };
    const after = { count: 2, people: { residents: 1750 }, sources: [source] };
    for (const [field, name] of [
      ['grids', '网格'],
      ['neighbourhoods', '居民区'],
      ['buildings', '居住建筑'],
    ] as const)
      expect(differencesInWords([{ field, before, after }], 'zh')).toEqual([
        { field, name, before: ['共 1 个', '居民：300'], after: ['共 2 个', '居民：1,750'] },
      ]);
    expect(fieldLines('buildings', after, 'en')).toEqual([
      '2 in all',
      'Residents: 1,750',
      'Source: 街道 2026-01-01',
    ]);
    expect(fieldLines('grids', ['A01', 'A02'], 'zh')).toEqual(['A01', 'A02']);
  });

  it('tell of reasons for whom they are, and of both languages what changed', () => {
    const template = (text: string) => ({
      outcome: 'rejected',
      title: '重复',
      text: '已经有了',
      en: { title: 'A double', text },
    });
    expect(
      differencesInWords(
        [{ field: 'templates', before: [template('There')], after: [template('There already')] }],
        'en',
      ),
    ).toEqual([
      {
        field: 'templates',
        name: 'Ready reasons',
        before: ['Not approved · A double: There'],
        after: ['Not approved · A double: There already'],
      },
    ]);
  });

  it('tell of a registration what was decided, why and by when, and of a place that it has an owner', () => {
    const differences = [
      { field: 'kind', after: 'claim' },
      { field: 'decision', after: 'needs_changes' },
      { field: 'decisionReason', after: '请补照片' },
      { field: 'submittedAt', after: '2026-11-20T02:42:00.000Z' },
      { field: 'dueOn', after: '2026-11-27' },
      { field: 'notADouble', after: true },
      { field: 'place', after: '01HX' },
      { field: 'hasOwner', after: true },
    ];
    expect(differencesInWords(differences, 'zh').map(({ name, after }) => `${name} ${after}`)).toEqual([
      '类型 认领',
      '审核结果 已退回补充',
      '审核理由 请补照片',
      '提交时间 2026年11月20日 10:42',
      '答复期限 2026年11月27日',
      '确认不是重复 是',
      '点位 01HX',
      '有店主 是',
    ]);
    expect(differencesInWords(differences, 'en').filter(({ field, name }) => field === name)).toEqual([]);
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
