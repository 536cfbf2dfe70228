import { describe, expect, it } from 'vitest';
import { countPhrase, missingPhrase, sharePhrase, unbroken } from '../../../web-map/planner/words/phrases.ts';

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

  it('give people in as many digits as an estimate bears', () => {
    expect([countPhrase(734.4), countPhrase(8413)]).toEqual(['734', '8,410']);
  });
});
