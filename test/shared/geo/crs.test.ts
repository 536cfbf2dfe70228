import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';

/** WGS-84 and GCJ-02 of the same points, as published by users of the transformation. */
const KNOWN: [wgs84: Position, gcj02: Position][] = [
  [
    [121.5272106, 31.1774276],
    [121.531541859215, 31.17530398364597],
  ],
  [
    [113.912316, 22.543847],
    [113.9171764808363, 22.540796131694766],
  ],
  [
    [116.377817, 39.911954],
    [116.38404722455657, 39.91334545536069],
  ],
];

const inShanghai = fc.tuple(
  fc.double({ min: 120.9, max: 122, noNaN: true }),
  fc.double({ min: 30.7, max: 31.9, noNaN: true }),
);

describe('convertPosition', () => {
  it.each(KNOWN)('turns %j into %j', (wgs84, gcj02) => {
    expect(distanceMeters(convertPosition(wgs84, 'wgs84', 'gcj02'), gcj02)).toBeLessThan(0.1);
  });

  it('shifts a point of Shanghai by 469 to 486 m', () => {
    const center: Position = [121.4737, 31.2304];
    expect(distanceMeters(center, convertPosition(center, 'wgs84', 'gcj02'))).toBeGreaterThan(460);
    expect(distanceMeters(center, convertPosition(center, 'wgs84', 'gcj02'))).toBeLessThan(490);
  });

  it('comes back to within 0.2 m from either system', () => {
    fc.assert(
      fc.property(inShanghai, fc.constantFrom('gcj02', 'bd09'), (position, crs) => {
        const there = convertPosition(position, 'wgs84', crs);
        expect(distanceMeters(convertPosition(there, crs, 'wgs84'), position)).toBeLessThan(0.2);
      }),
    );
  });

  it('leaves its input as it was', () => {
    const position: Position = Object.freeze([121.41, 31.21]) as unknown as Position;
    convertPosition(position, 'wgs84', 'bd09');
    expect(position).toEqual([121.41, 31.21]);
  });

  it('answers the same position where there is nothing to convert', () => {
    expect(convertPosition([121.123456789, 31], 'gcj02', 'gcj02')).toEqual([121.123456789, 31]);
  });
});
