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
    const { inForce, others, isInConflict } = standardsOf('clinic', [own]);
    expect(inForce).toBe(own);
    expect(others.map(reachMetersOf)).toEqual([300, 500]);
    expect(isInConflict).toBe(true);
    const wider: Standard = { ...own, class: 'market', reach: { meters: 800 } };
    expect(standardsOf('market', [wider]).isInConflict).toBe(true);
    expect(standardsOf('market', [{ ...wider, reach: { meters: 500 } }]).isInConflict).toBe(false);
  });

  it('of a group are its categories’ where nobody set one for it, the strictest, as a choice of ours', () => {
    const { inForce, others, isInConflict } = standardsOf('health');
    expect(inForce).toMatchObject({
      class: 'clinic',
      reach: { meters: 300 },
      source: 'gb_50180_2018',
      status: 'local_policy',
    });
    expect(others.map(reachMetersOf)).toEqual([500]);
    expect(isInConflict).toBe(true);
    expect(standardsOf('public_services').inForce).toMatchObject({
      class: 'service_hall',
      reach: { meters: 1000 },
      status: 'local_policy',
    });
    expect(standardsOf('charging').inForce).toMatchObject({
      class: 'ebike_charging',
      reach: { meters: 900 },
    });
    expect(standardsOf('culture_and_sports').others).toMatchObject([{ class: 'culture' }]);
    expect(standardsOf('meals').inForce.source).toBe('product_default');
  });

  it('of a group follow what the subdistrict sets for its categories, and give way to what it sets itself', () => {
    const own = (coverageClass: 'clinic' | 'health', meters: number): Standard => ({
      class: coverageClass,
      reach: { meters },
      source: 'subdistrict',
      status: 'local_policy',
    });
    expect(standardsOf('health', [own('clinic', 200)]).inForce).toEqual(own('clinic', 200));
    expect(standardsOf('health', [own('health', 900)])).toMatchObject({
      inForce: own('health', 900),
      others: [{ class: 'clinic' }, { class: 'clinic' }],
      isInConflict: true,
    });
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
