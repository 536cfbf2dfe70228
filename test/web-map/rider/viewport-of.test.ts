import { expect, it } from 'vitest';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import { bboxAround, withoutFoot } from '../../../web-map/rider/state/viewport-of.ts';

it('knows the box of a map before the map is there', () => {
  const [west, south, east, north] = bboxAround([121.4165, 31.2185], 15, 360, 400);
  expect((west + east) / 2).toBeCloseTo(121.4165, 6);
  // 4.0859 m a pixel at zoom 15 and 31.2185° N: 156543.03 / 2^15 × cos(latitude).
  const metersWide = distanceMeters([west, 31.2185], [east, 31.2185]);
  expect(metersWide / 360).toBeCloseTo(4.08, 1);
  expect(distanceMeters([121.4, south], [121.4, north]) / 400).toBeCloseTo(4.08, 1);
});

it('leaves out the foot that the list covers', () => {
  expect(withoutFoot([0, 10, 1, 20], 0.25)).toEqual([0, 12.5, 1, 20]);
});
