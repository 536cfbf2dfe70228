import { describe, expect, it } from 'vitest';
import { askedRadius } from '../../../shared/coverage/asked-radius.ts';
import { CATEGORIES_OF_GROUP, COVERAGE_CLASSES } from '../../../shared/coverage/coverage-class.ts';
import { gradeOf } from '../../../shared/coverage/grade.ts';
import { mostMinutes, reachMeters } from '../../../shared/coverage/reach.ts';
import { Standard } from '../../../shared/coverage/standard.ts';
import { STANDARDS, standardsOf } from '../../../shared/coverage/standards.ts';
import { COVERAGE_CLASS_WORDS } from '../../../shared/labels/coverage-words.ts';
import { Category } from '../../../shared/place/kind.ts';

describe('standards', () => {
  it('are well formed, and every class has one', () => {
    for (const standard of STANDARDS) expect(Standard.parse(standard)).toEqual(standard);
    for (const coverageClass of COVERAGE_CLASSES) {
      expect(reachMeters(standardsOf(coverageClass).inForce)).toBeGreaterThanOrEqual(300);
      expect(COVERAGE_CLASS_WORDS[coverageClass].zh).toBeTruthy();
    }
  });

  it('show every source where sources differ, the stricter in force', () => {
    const { inForce, others, isInConflict } = standardsOf('clinic');
    expect(isInConflict).toBe(true);
    expect(inForce).toMatchObject({ reach: { meters: 300 }, status: 'unverified' });
    expect(others.map(reachMetersOf)).toEqual([500]);
    expect(standardsOf('kindergarten').isInConflict).toBe(false);
  });

  it('give way to what a subdistrict sets, and are still shown beside it', () => {
    const own: Standard = {
      class: 'clinic',
      reach: { minutes: 10 },
      source: 'subdistrict',
      status: 'local_policy',
    };
    const { inForce, others } = standardsOf('clinic', [own]);
    expect(inForce).toBe(own);
    expect(others.map(reachMetersOf)).toEqual([300, 500]);
  });

  it('are local policy where no text was found', () => {
    expect(standardsOf('park').inForce).toEqual({
      class: 'park',
      reach: { meters: 500 },
      source: 'product_default',
      status: 'local_policy',
    });
  });

  it('mean minutes on foot, whoever comes: a speed is that of the minutes that are asked for', () => {
    const standard: Standard = {
      class: 'clinic',
      reach: { minutes: 10 },
      source: 'subdistrict',
      status: 'local_policy',
    };
    for (const speed of ['walk', 'elderly', 'ebike'] as const)
      expect(askedRadius({ speed }, standard)).toBe(600);
    expect(askedRadius({ minutes: 10, speed: 'elderly' }, standard)).toBe(480);
    expect(askedRadius({ minutes: mostMinutes('ebike'), speed: 'ebike' }, standard)).toBe(5000);
    expect(() => askedRadius({ minutes: 30, speed: 'ebike' }, standard)).toThrow(/^30 minutes: 7500 m/);
  });

  it('name groups that are no category', () => {
    for (const group of Object.keys(CATEGORIES_OF_GROUP)) expect(Category.options).not.toContain(group);
  });
});

describe('gradeOf', () => {
  it.each([
    [0, 'red'],
    [0.4999, 'red'],
    [0.5, 'orange'],
    [0.7499, 'orange'],
    [0.75, 'yellow'],
    [0.8999, 'yellow'],
    [0.9, 'green'],
    [1, 'green'],
  ])('grades %f as %s', (share, grade) => {
    expect(gradeOf(share)).toBe(grade);
  });

  it('says nothing where there is no share, and follows other thresholds', () => {
    expect(gradeOf(undefined)).toBeUndefined();
    expect(gradeOf(0.6, { red: 0.7, orange: 0.8, yellow: 0.9 })).toBe('red');
  });
});

const reachMetersOf = (standard: Standard) => reachMeters(standard);
