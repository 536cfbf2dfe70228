import { area } from '@turf/area';
import { circle } from '@turf/circle';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import { groundOf } from '../../../shared/coverage/ground.ts';
import { facility, outlineInPieces, outlineWithHole, squares } from '../../support/sample-ground.ts';

const STEPS = 4096;
const spots = [
  [-700, -500],
  [-380, -410],
  [-550, 150],
  [-120, 60],
  [260, 300],
  [420, 380],
  [700, -300],
  // Outside of the outline, and yet it serves those at the border.
  [1100, 250],
] as const;
const neighbourhoods = squares('neighbourhood', -1100, -1000, 735, 3);
/** What turf says is covered: circles of 4096 corners, united and cut with the outline. */
const coveredByTurf = (
  outline: Feature<Polygon | MultiPolygon>,
  radiusMeters: number,
): Feature<Polygon | MultiPolygon> => {
  const circles = spots.map((spot) =>
    circle(facility('f', spot).position as number[], radiusMeters, { steps: STEPS, units: 'meters' }),
  );
  return intersect(featureCollection([union(featureCollection(circles))!, outline]))!;
};

describe.each([
  ['an outline with a lake', outlineWithHole, [150, 300, 500]],
  ['an outline in two pieces', outlineInPieces, [300]],
] as const)('coverage of %s', (_, geometry, radii) => {
  const outline = feature(geometry) as Feature<Polygon | MultiPolygon>;
  // As dense as a city's quarters are, 50 to 400 people a hectare.
  const homes = neighbourhoods.flatMap((neighbourhood, index) => {
    const home = intersect(featureCollection([feature(neighbourhood.geometry as Polygon), outline]));
    return home ? [{ ...neighbourhood, home, amount: (area(home) / 1e4) * (50 + ((index * 89) % 350)) }] : [];
  });
  const ground = groundOf({ outline: geometry, areas: neighbourhoods, demand: homes });

  it('knows the area of the outline', () => {
    expect(Math.abs(ground.whole.squareMeters / area(outline) - 1)).toBeLessThan(0.0005);
  });

  it.each(radii)(
    'agrees with turf on area and people within %i m',
    (radiusMeters) => {
      const facilities = spots.map((spot, index) => facility(`f${index}`, spot));
      const coverage = new Coverage(
        ground,
        [{ class: 'canteen', radiusMeters, detourFactor: 1 }],
        facilities,
      );
      const { whole } = coverage.result('canteen');
      const covered = coveredByTurf(outline, radiusMeters);
      const areaShare = area(covered) / area(outline);
      expect(Math.abs(whole.areaShare! - areaShare)).toBeLessThan(0.001);
      expect(Math.abs(whole.coveredSquareMeters / area(covered) - 1)).toBeLessThan(0.001);

      let people = 0;
      for (const { home, amount } of homes) {
        const reached = intersect(featureCollection([home, covered]));
        if (reached) people += (amount * area(reached)) / area(home);
      }
      expect(Math.abs(whole.coveredPeople / people - 1)).toBeLessThan(0.005);

      const gaps = coverage.gaps('canteen');
      const gapArea = gaps.gaps.reduce((sum, gap) => sum + area(gap.polygon), 0) + gaps.droppedSquareMeters;
      const expectedGaps = difference(featureCollection([outline, covered]))!;
      expect(Math.abs(gapArea - area(expectedGaps)) / area(outline)).toBeLessThan(0.001);
      const coveredArea = coverage.covered('canteen').reduce((sum, piece) => sum + area(piece), 0);
      expect(Math.abs(coveredArea / area(covered) - 1)).toBeLessThan(0.001);
      const inGaps = gaps.gaps.reduce((sum, gap) => sum + gap.people, 0) + gaps.droppedPeople;
      expect(Math.abs(inGaps + whole.coveredPeople - whole.people) / whole.people).toBeLessThan(0.005);
    },
    120_000,
  );
});
