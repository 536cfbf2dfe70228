import { describe, expect, it } from 'vitest';
import { standardsOf } from '../../../shared/coverage/standards.ts';
import {
  countPhrase,
  gapToBestPhrase,
  missingPhrase,
  sharePhrase,
  standardPhrase,
  unbroken,
} from '../../../web-map/planner/words/phrases.ts';

const both = (share: number) =>
  [sharePhrase(share), missingPhrase(share)].map((text) => text.replace(/\s/, ' '));

describe('shares in words', () => {
  it('are rounded to the nearest whole, and make a hundred with what is missing', () => {
    expect(both(353 / 400)).toEqual(['88 %', '12 %']);
    expect(both(1 - 353 / 400)).toEqual(['12 %', '88 %']);
    expect(both(0.0496)).toEqual(['5 %', '95 %']);
    expect(both(0.29)).toEqual(['29 %', '71 %']);
  });

  it('never read better than their grade', () => {
    expect([0.496, 0.746, 0.896].map((share) => both(share)[0])).toEqual(['49 %', '74 %', '89 %']);
    expect([0.5, 0.75, 0.9].map((share) => both(share)[0])).toEqual(['50 %', '75 %', '90 %']);
  });

  it('say all and nobody only where it is so', () => {
    expect([both(1), both(0)]).toEqual([
      ['100 %', '0 %'],
      ['0 %', '100 %'],
    ]);
    expect([both(0.997), both(0.003)]).toEqual([
      ['99 %', '1 %'],
      ['1 %', '99 %'],
    ]);
  });

  it('stay in one line with what they count', () => {
    expect(sharePhrase(0.5)).toBe('50\u00a0%');
    expect(unbroken('3.2 公顷，最近的是 A')).toBe('3.2\u00a0公顷，最近的是 A');
  });

  it('call only the best the best', () => {
    expect([0, 1e-12, 0.0001, 0.0005, 0.033].map(gapToBestPhrase)).toEqual([
      '0.0 %',
      '0.0 %',
      '0.1 %',
      '0.1 %',
      '3.3 %',
    ]);
  });

  it('give people in as many digits as an estimate bears', () => {
    expect([countPhrase(734.4), countPhrase(8413)]).toEqual(['734', '8,410']);
  });
});

describe('standards in words', () => {
  it('name every source where they differ, and the category that a group borrows from', () => {
    const own = {
      class: 'clinic',
      reach: { meters: 800 },
      source: 'subdistrict',
      status: 'local_policy',
    } as const;
    const clinic = standardPhrase(standardsOf('clinic', [own]), 'zh').replaceAll('\u00a0', ' ');
    for (const said of ['800 米', '300 米', '500 米', 'GB 50180-2018', 'TD/T 1062-2021'])
      expect(clinic).toContain(said);
    expect(standardPhrase(standardsOf('public_services'), 'zh')).toMatch(/1000\s米（.*，取自.+，本地口径）/);
    expect(standardPhrase(standardsOf('kindergarten'), 'zh')).not.toContain('另一来源');
  });
});
