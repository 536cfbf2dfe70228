import { expect, it } from 'vitest';
import { readGrids, readMemberCode } from '../../../web-map/staff/members/read-member.ts';
import { lastMonths } from '../../../web-map/staff/record/last-months.ts';

it('reads a member code as people write it down', () => {
  expect(readMemberCode(' 7k2m-9qxo ')).toBe('7K2M9QX0');
  expect(readMemberCode('７K2M 9QXl')).toBe('7K2M9QX1');
  expect(readMemberCode('7K2M9QX')).toBeUndefined();
  expect(readMemberCode('7K2M9QXU')).toBeUndefined();
});

it('reads grids whatever stands between them', () => {
  expect(readGrids('A01、A02, A03 A01')).toEqual(['A01', 'A02', 'A03']);
  expect(readGrids('  ')).toEqual([]);
});

it('counts months back from this one in Shanghai, over New Year', () => {
  expect(lastMonths(new Date('2026-12-31T17:00:00Z'), 3)).toEqual(['202701', '202612', '202611']);
});
