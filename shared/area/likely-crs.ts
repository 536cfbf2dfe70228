import { convertPosition } from '../geo/crs.ts';
import { isWithin } from '../geo/polygon.ts';
import { Crs, type Position } from '../geo/position.ts';
import type { Outline } from '../subdistrict/subdistrict.ts';
import type { GivenArea } from './read-feature.ts';

/** So many corners tell as much about a file as all of them. */
const MOST_TRIED = 2000;

/** Borders agree with a generalised outline to within its tolerance: a file in the right CRS has nearly all inside. */
const LEAST_OUTSIDE = 0.05;

/** Another CRS must put this much more of the corners inside, as a share of all. */
const LEAST_BETTER = 0.1;

/**
 * The CRS that the areas are probably in, if not the one they were read in: their corners are tried in each. The wrong
 * one of China's moves everything by half a kilometre or more, which carries whole areas out of a subdistrict.
 */
export const likelyCrsOf = (areas: readonly GivenArea[], crs: Crs, outline: Outline): Crs | undefined => {
  const all = areas.flatMap(({ pieces }) => pieces.flat(2) as Position[]);
  const step = Math.max(1, Math.floor(all.length / MOST_TRIED));
  const tried = all.filter((_, index) => index % step === 0);
  if (tried.length === 0) return undefined;
  const shareInside = (other: Crs): number =>
    tried.filter((position) =>
      // As it was given, read in the other one.
      isWithin(convertPosition(convertPosition(position, 'wgs84', crs), other, 'wgs84'), outline),
    ).length / tried.length;
  const now = shareInside(crs);
  if (1 - now < LEAST_OUTSIDE) return undefined;
  const [best] = Crs.options
    .filter((other) => other !== crs)
    .map((other) => ({ other, share: shareInside(other) }))
    .toSorted((a, b) => b.share - a.share);
  return best && best.share > now + LEAST_BETTER ? best.other : undefined;
};
