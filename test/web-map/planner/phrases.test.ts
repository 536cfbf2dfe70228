import { describe, expect, it } from 'vitest';
import { standardsOf } from '../../../shared/coverage/standards.ts';
import {
  countPhrase,
  gapToBestPhrase,
  missingPhrase,
  sharePhrase,
  standardPhrase,
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

describe('standards in words', () => {
  it('name every source where they differ, and the category that a group borrows from', () => {
    const own = {
      class: 'clinic',
      reach: { meters: 800 },
      source: 'subdistrict',
      status: 'local_policy',
    } as const;
    const clinic = standardPhrase(standardsOf('clinic', [own]), 'zh');
    for (const said of ['800 米', '300 米', '500 米', 'GB 50180-2018', 'TD/T 1062-2021'])
      expect(clinic).toContain(said);
    expect(standardPhrase(standardsOf('public_services'), 'zh')).toMatch(/1000 米（.*，取自.+，本地口径）/);
    expect(standardPhrase(standardsOf('kindergarten'), 'zh')).not.toContain('另一来源');
  });
});
