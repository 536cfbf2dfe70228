import { describe, expect, it } from 'vitest';
import { gridsIn, sectionsIn, subdistrictsOf } from '../../../web-map/staff/state/sections.ts';

const HERE = '310105001';
const THERE = '310109016';

describe('the sections of the staff page', () => {
  it('are those that the role opens, in this subdistrict alone', () => {
    const reviewer = [{ role: 'reviewer', subdistrict: HERE }] as const;
    expect(sectionsIn(reviewer, HERE)).toEqual(['review', 'work', 'places', 'table', 'record']);
    expect(sectionsIn(reviewer, THERE)).toEqual([]);
    expect(sectionsIn([{ role: 'grid_staff', subdistrict: HERE }], HERE)).toEqual([
      'work',
      'places',
      'table',
    ]);
    expect(sectionsIn([{ role: 'planner', subdistrict: HERE }], HERE)).toEqual([]);
  });

  it('are all of them for an admin, everywhere for a system admin', () => {
    expect(sectionsIn([{ role: 'subdistrict_admin', subdistrict: HERE }], HERE)).toContain('members');
    expect(sectionsIn([{ role: 'system_admin' }], THERE)).toContain('members');
    expect(subdistrictsOf([{ role: 'system_admin' }], [HERE, THERE])).toEqual([HERE, THERE]);
  });

  it('offer no subdistrict in which there is nothing to do', () => {
    const grants = [
      { role: 'planner', subdistrict: HERE },
      { role: 'reviewer', subdistrict: THERE },
    ] as const;
    expect(subdistrictsOf(grants, [HERE])).toEqual([THERE]);
  });

  it('name grids only to whom some were given', () => {
    expect(gridsIn([{ role: 'grid_staff', subdistrict: HERE, grids: ['A1', 'A2'] }], HERE)).toEqual([
      'A1',
      'A2',
    ]);
    expect(
      gridsIn(
        [
          { role: 'grid_staff', subdistrict: HERE, grids: ['A1'] },
          { role: 'reviewer', subdistrict: HERE },
        ],
        HERE,
      ),
    ).toEqual([]);
  });
});
