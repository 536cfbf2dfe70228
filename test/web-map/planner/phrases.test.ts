import { describe, expect, it } from 'vitest';
import {
  countPhrase,
  gapToBestPhrase,
  missingPhrase,
  sharePhrase,
} from '../../../web-map/planner/words/phrases.ts';

describe('shares in words', () => {
  it('never read better than their grade, and make a hundred with what is missing', () => {
    expect([sharePhrase(0.896), missingPhrase(0.896)]).toEqual(['89 %', '11 %']);
    expect([sharePhrase(0.29), missingPhrase(0.29)]).toEqual(['29 %', '71 %']);
    expect([sharePhrase(1), missingPhrase(1)]).toEqual(['100 %', '0 %']);
  });

  it('tell a few from nobody', () => {
    expect([sharePhrase(0), sharePhrase(0.004)]).toEqual(['0 %', '1 %']);
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
