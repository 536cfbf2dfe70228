import { describe, expect, it } from 'vitest';
import type { ConfidenceReason } from '../../../shared/place/confidence.ts';
import {
  agoPhrase,
  datePhrase,
  dateWithYearPhrase,
  distancePhrase,
  momentPhrase,
} from '../../../web-map/i18n/phrases.ts';
import { hoursLine, openLine, reasonPhrase } from '../../../web-map/i18n/place-phrases.ts';

const FRIDAY_NOON = new Date('2026-11-20T12:00:00+08:00');
const at = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('distancePhrase', () => {
  it('rounds metres to tens below a kilometre, then says one decimal', () => {
    expect(distancePhrase(324, 'zh')).toBe('320 米');
    expect(distancePhrase(994, 'zh')).toBe('990 米');
    expect(distancePhrase(996, 'zh')).toBe('1.0 公里');
    expect(distancePhrase(1449, 'en')).toBe('1.4 km');
    expect(distancePhrase(0, 'en')).toBe('10 m');
  });
});

describe('momentPhrase', () => {
  it('says as much of the day as is needed', () => {
    expect(momentPhrase(at('2026-11-20T22:00'), FRIDAY_NOON, 'zh')).toBe('22:00');
    expect(momentPhrase(at('2026-11-21T08:00'), FRIDAY_NOON, 'zh')).toBe('明天 08:00');
    expect(momentPhrase(at('2026-11-23T09:00'), FRIDAY_NOON, 'zh')).toBe('周一 09:00');
    expect(momentPhrase(at('2026-11-28T09:00'), FRIDAY_NOON, 'zh')).toBe('11月28日 09:00');
    expect(momentPhrase(at('2026-11-28T09:00'), FRIDAY_NOON, 'en')).toBe('28 Nov 09:00');
  });

  it('takes the small hours for tonight where asked to', () => {
    const two = at('2026-11-21T02:00');
    expect(momentPhrase(two, FRIDAY_NOON, 'zh', { nightIsToday: true })).toBe('次日 02:00');
    expect(momentPhrase(two, FRIDAY_NOON, 'zh')).toBe('明天 02:00');
  });
});

describe('dateWithYearPhrase', () => {
  it('says the year of Shanghai too', () => {
    expect(dateWithYearPhrase('2025-12-31T15:59:00Z', 'zh')).toBe('2025年12月31日');
    expect(dateWithYearPhrase('2025-12-31T16:00:00Z', 'en')).toBe('1 Jan 2026');
  });
});

describe('agoPhrase', () => {
  it('counts minutes, hours and days', () => {
    expect(agoPhrase(at('2026-11-20T11:59'), FRIDAY_NOON, 'zh')).toBe('刚刚');
    expect(agoPhrase(at('2026-11-20T11:20'), FRIDAY_NOON, 'zh')).toBe('40 分钟前');
    expect(agoPhrase(at('2026-11-20T09:00'), FRIDAY_NOON, 'zh')).toBe('3 小时前');
    expect(agoPhrase(at('2026-11-08T12:00'), FRIDAY_NOON, 'en')).toBe('12 days ago');
  });
});

it('writes a date as people say it', () => {
  expect(datePhrase('2026-11-20', 'zh')).toBe('11月20日');
  expect(datePhrase('2026-11-20', 'en')).toBe('20 Nov');
});

describe('hoursLine', () => {
  const line = (open: Parameters<typeof hoursLine>[1], kind: 'merchant' | 'facility' = 'merchant') =>
    hoursLine(kind, open, FRIDAY_NOON, 'zh');

  it('says open or not and when that changes', () => {
    const known = { holidaysKnown: true };
    expect(line({ status: 'open', closesAt: at('2026-11-20T22:00'), ...known })).toBe('营业中，到 22:00');
    expect(line({ status: 'open', closesAt: at('2026-11-20T22:00'), ...known }, 'facility')).toBe(
      '开放中，到 22:00',
    );
    expect(line({ status: 'open', ...known })).toBe('24 小时开放');
    expect(line({ status: 'closing_soon', closesAt: at('2026-11-20T12:20'), ...known })).toBe(
      '快关门了，12:20 关',
    );
    expect(line({ status: 'closed', opensAt: at('2026-11-21T06:30'), ...known })).toBe(
      '已关门，明天 06:30 开',
    );
    expect(line({ status: 'closed', ...known })).toBe('已关门，两周内不开');
    expect(line({ status: 'unknown', ...known })).toBe('开放时间不清楚');
  });
});

describe('openLine', () => {
  const open = { status: 'open', closesAt: at('2026-11-20T22:00'), holidaysKnown: true } as const;
  const line = (state: string, until?: string) =>
    openLine(
      { kind: 'station', state, suspension: { reason: '装修', ...(until && { until }) } },
      open,
      FRIDAY_NOON,
      'zh',
    );

  it('lets a suspension win over the hours until it ends', () => {
    expect(line('suspended')).toBe('暂停开放');
    expect(line('suspended', at('2026-11-28T09:00'))).toBe('暂停开放，预计 11月28日 09:00 恢复');
    expect(line('suspended', at('2026-11-19T09:00'))).toBe('开放中，到 22:00');
  });

  it('says of a retired place that it is gone', () => {
    expect(line('retired')).toBe('已经撤下');
  });
});

describe('reasonPhrase', () => {
  it('has a sentence for every reason in both languages', () => {
    const reasons: ConfidenceReason[] = [
      { code: 'open', until: at('2026-11-20T22:00') },
      { code: 'closing_soon', until: at('2026-11-20T12:20') },
      { code: 'closed' },
      { code: 'retired' },
      { code: 'suspended', reason: '装修' },
      { code: 'hours_unknown' },
      { code: 'holiday_hours_unknown' },
      { code: 'holidays_not_announced' },
      { code: 'verified', at: at('2026-11-20T09:00'), by: 'check_in' },
      { code: 'not_verified_for', days: 200 },
      { code: 'never_verified' },
      { code: 'amenity_broken', amenity: 'microwave' },
      { code: 'amenity_missing', amenity: 'microwave' },
    ];
    const said = (language: 'zh' | 'en') =>
      reasons.map((reason) => reasonPhrase(reason, 'merchant', FRIDAY_NOON, language));
    expect(said('zh')).toEqual([
      '营业中，到 22:00',
      '快关门了，12:20 关',
      '已关门，两周内不开',
      '已经撤下',
      '暂停开放：装修',
      '开放时间不清楚',
      '今天放假，假日时间不清楚',
      '放假安排还没公布，按平时时间显示',
      '3 小时前有人到过',
      '已 200 天没人核实',
      '还没有人到现场核实过',
      '微波炉报修中',
      '没有微波炉',
    ]);
    expect(new Set(said('en')).size).toBe(reasons.length);
  });
});
