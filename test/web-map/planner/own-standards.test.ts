import { describe, expect, it } from 'vitest';
import type { Standard } from '../../../shared/coverage/standard.ts';
import { STANDARDS } from '../../../shared/coverage/standards.ts';
import { ownMetersOf, ownStandards } from '../../../web-map/planner/data/own-standards.ts';

const own = { source: 'subdistrict', status: 'local_policy' } as const;
const METERS: Standard = { class: 'canteen', reach: { meters: 400 }, ...own };
const MINUTES: Standard = { class: 'meals', reach: { minutes: 10 }, ...own };
const CLAUSE: Standard = { class: 'park', reach: { meters: 800 }, clause: '第三条', ...own };
const ALL = [METERS, MINUTES, CLAUSE, ...STANDARDS];

describe('the standards of a subdistrict in the fields', () => {
  it('are its own metres alone, of whatever class', () => {
    expect(ownMetersOf(ALL)).toEqual({ canteen: '400' });
  });

  it('leave what was set elsewhere, in minutes or with a clause, as it is when they are saved', () => {
    expect(ownStandards(ALL, ownMetersOf(ALL))).toEqual([MINUTES, CLAUSE, METERS]);
    expect(ownStandards(ALL, { canteen: '', public_toilet: '350' })).toEqual([
      MINUTES,
      CLAUSE,
      { class: 'public_toilet', reach: { meters: 350 }, ...own },
    ]);
  });
});
