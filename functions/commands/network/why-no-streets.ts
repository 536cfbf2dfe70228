import { distanceMeters } from '../../../shared/geo/distance.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { type Box, boxOf, type Collected, MOST_POINTS } from './collect-streets.ts';
import type { NetworkSentences } from './sentences-zh.ts';

/**
 * Why no network can be made of what a file holds of a subdistrict, with the likely cause; undefined where one can.
 * `others` are the subdistricts this installation knows.
 */
export const whyNoStreets = (
  { streets, ways, extent, isTooMuch }: Collected,
  subdistrict: Subdistrict,
  others: readonly Subdistrict[],
  file: string,
  say: NetworkSentences,
): string | undefined => {
  const { name, outline } = subdistrict;
  if (isTooMuch) return say.tooManyPoints(MOST_POINTS);
  if (!extent) return say.noPoints(file);
  const box = boxOf(outline);
  if (streets.ends.length === 0 && !overlaps(extent, box)) {
    const swapped = { west: extent.south, east: extent.north, south: extent.west, north: extent.east };
    if (overlaps(swapped, box)) return say.swapped(name);
    const middle: Position = [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2];
    const host = others.find(
      (other) => other.code !== subdistrict.code && isWithin(middle, other.outline, 0),
    );
    return say.elsewhere(name, metersBetween(extent, box), host?.name);
  }
  if (streets.ends.length === 0) {
    if (ways.leftOut.size === 0) return say.noStreets(name);
    const reasons = Array.from(ways.leftOut, ([code, count]) => say.leftOut(code, count));
    return [say.noWalkedStreets(name), ...reasons].join('\n');
  }
  const isInside = Array.from(streets.ends).some((point) =>
    isWithin([streets.lngLat[2 * point] as number, streets.lngLat[2 * point + 1] as number], outline, 0),
  );
  return isInside ? undefined : say.onlyBeside(name);
};

/** Whether a file's extent leaves out a part of an outline's. */
export const isPartial = (extent: Box, { west, south, east, north }: Box): boolean =>
  extent.west > west || extent.south > south || extent.east < east || extent.north < north;

const overlaps = (a: Box, b: Box): boolean =>
  a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;

const metersBetween = (a: Box, b: Box): number => {
  const between = (least: number, most: number, value: number) => Math.min(most, Math.max(least, value));
  const near: Position = [
    between(b.west, b.east, (a.west + a.east) / 2),
    between(b.south, b.north, (a.south + a.north) / 2),
  ];
  return distanceMeters(near, [between(a.west, a.east, near[0]), between(a.south, a.north, near[1])]);
};
