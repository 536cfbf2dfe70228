import { describe, expect, it } from 'vitest';
import { hasValidCheck, normaliseCreditCode } from '../../../shared/registration/credit-code.ts';
import { licenceCheckOf } from '../../../shared/registration/licence-check.ts';
import { subdistrictAt } from '../../../shared/registration/subdistrict-at.ts';
import { worstCheck } from '../../../shared/registration/worst-check.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

describe('worstCheck', () => {
  it('is what a person has to know', () => {
    expect(worstCheck([])).toBe('pass');
    expect(worstCheck(['pass', 'pending', 'pass'])).toBe('pending');
    expect(worstCheck(['pass', 'failed', 'pending'])).toBe('failed');
    expect(worstCheck(['review', 'failed'])).toBe('review');
    expect(worstCheck(['risky', 'review', 'pass'])).toBe('risky');
  });
});

describe('a licence code', () => {
  it('is read as people type it', () => {
    expect(normaliseCreditCode(' 9131 0105-ma1fw00002 ')).toBe('91310105MA1FW00002');
    expect(normaliseCreditCode('９１３１０１０５ＭＡ１ＦＷ００００２')).toBe('91310105MA1FW00002');
  });

  it('is checked by its last character', () => {
    // The example of the standard (GB 32100-2015) and Tencent's code as printed on its licence.
    expect(hasValidCheck('91350100M000100Y43')).toBe(true);
    expect(hasValidCheck('9144030071526726XG')).toBe(true);
    expect(hasValidCheck('9144030071526726XH')).toBe(false);
    expect(licenceCheckOf(undefined)).toBe('missing');
    expect(licenceCheckOf('91350100M000100Y44')).toBe('check_digit_wrong');
  });
});

describe('subdistrictAt', () => {
  const west = sampleSubdistrict();
  const east = sampleSubdistrict({
    code: '310104004',
    outline: {
      type: 'Polygon',
      coordinates: [
        [
          [121.43, 31.2],
          [121.46, 31.2],
          [121.46, 31.235],
          [121.43, 31.235],
          [121.43, 31.2],
        ],
      ],
    },
  });

  it('finds the one that holds a position, not the one whose border is near', () => {
    expect(subdistrictAt([121.4301, 31.22], [west, east])?.code).toBe('310104004');
    expect(subdistrictAt([121.4299, 31.22], [west, east])?.code).toBe('310105001');
  });

  it('forgives a border its width and no more', () => {
    expect(subdistrictAt([121.3996, 31.22], [west, east])?.code).toBe('310105001');
    expect(subdistrictAt([121.399, 31.22], [west, east])).toBeUndefined();
  });
});
