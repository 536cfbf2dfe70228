import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import {
  bboxOfDisc,
  countTilesOfBbox,
  tileBbox,
  tileName,
  tileOf,
  tilesOfBbox,
  tilesOfDisc,
} from '../../../shared/geo/tile.ts';

const inShanghai = fc.tuple(
  fc.double({ min: 120.9, max: 122, noNaN: true }),
  fc.double({ min: 30.7, max: 31.9, noNaN: true }),
);

/** The point at a bearing and distance, flat enough for 5 km. */
const away = ([lng, lat]: Position, meters: number, bearing: number): Position => {
  const degree = 111_195;
  return [
    lng + (meters * Math.sin(bearing)) / (degree * Math.cos((lat * Math.PI) / 180)),
    lat + (meters * Math.cos(bearing)) / degree,
  ];
};

describe('tiles', () => {
  it('names the tile of 华阳路街道', () => {
    expect(tileName(tileOf([121.415, 31.2192]))).toBe('14/13717/6695');
  });

  it('holds every position in the box of its tile', () => {
    fc.assert(
      fc.property(inShanghai, ([lng, lat]) => {
        const [west, south, east, north] = tileBbox(tileOf([lng, lat]));
        expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true);
      }),
    );
  });

  it('meets the tile of every point of a disc', () => {
    fc.assert(
      fc.property(
        inShanghai,
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        (center, radius, share, bearing) => {
          const point = away(center, radius * share * 0.999, bearing);
          const names = tilesOfDisc(center, radius).map(tileName);
          expect(names).toContain(tileName(tileOf(point)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('meets at most 16 tiles within 3 km and 32 within 5 km around Shanghai', () => {
    fc.assert(
      fc.property(inShanghai, (center) => {
        expect(tilesOfDisc(center, 3000).length).toBeLessThanOrEqual(16);
        expect(tilesOfDisc(center, 5000).length).toBeLessThanOrEqual(32);
      }),
      { numRuns: 2000 },
    );
  });

  it('meets exactly one tile with a radius of 0', () => {
    expect(tilesOfDisc([121.415, 31.2192], 0)).toEqual([tileOf([121.415, 31.2192])]);
  });

  it('counts the tiles of a box without listing them', () => {
    const box = bboxOfDisc([121.415, 31.2192], 4000);
    expect(countTilesOfBbox(box)).toBe(tilesOfBbox(box).length);
  });

  it('draws a box around a disc that its rim touches on all four sides', () => {
    const center: Position = [121.415, 31.2192];
    const [west, south, east, north] = bboxOfDisc(center, 1000);
    expect(distanceMeters(center, [west, center[1]])).toBeCloseTo(1000, 0);
    expect(distanceMeters(center, [east, center[1]])).toBeCloseTo(1000, 0);
    expect(distanceMeters(center, [center[0], south])).toBeCloseTo(1000, 0);
    expect(distanceMeters(center, [center[0], north])).toBeCloseTo(1000, 0);
  });
});
