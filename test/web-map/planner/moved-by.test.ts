import { expect, it } from 'vitest';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import { movedBy } from '../../../web-map/planner/scenario/moved-by.ts';

it('moves a position by metres, as they are measured', () => {
  const from = [121.415, 31.2192] as const;
  const to = movedBy([...from], 30, -40);
  expect(distanceMeters([...from], to)).toBeCloseTo(50, 1);
  expect([to[0] > from[0], to[1] < from[1]]).toEqual([true, true]);
});
