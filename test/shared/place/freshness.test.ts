import { describe, expect, it } from 'vitest';
import { ageInDays, freshness } from '../../../shared/place/freshness.ts';

const now = new Date('2026-11-20T02:00:00Z');
const ago = (days: number, milliseconds = 0): string =>
  new Date(now.getTime() - days * 86_400_000 - milliseconds).toISOString();

describe('freshness', () => {
  it.each([
    ['just now', ago(0), 'fresh'],
    ['30 days ago', ago(30), 'fresh'],
    ['one millisecond short of 31 days ago', ago(31, -1), 'fresh'],
    ['31 days ago', ago(31), 'ageing'],
    ['180 days ago', ago(180), 'ageing'],
    ['181 days ago', ago(181), 'stale'],
    ['in the future, by a wrong clock', ago(-1), 'fresh'],
    ['never', undefined, 'never'],
  ])('of an entry verified %s', (_, verifiedAt, expected) => {
    expect(freshness(verifiedAt, now)).toBe(expected);
  });

  it('counts whole days, and none below zero', () => {
    expect(
      [ago(0), ago(1, -1), ago(1), ago(199, 5000), ago(-3)].map((moment) => ageInDays(moment, now)),
    ).toEqual([0, 0, 1, 199, 0]);
  });
});
