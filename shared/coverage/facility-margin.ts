import type { AskedReach } from './asked-radius.ts';
import { MOST_METERS, reachMeters, SPEEDS } from './reach.ts';
import type { Standard } from './standard.ts';
import { STANDARDS } from './standards.ts';

/** Facilities beyond the border count at least as far as this. */
const LEAST_MARGIN_METERS = 2000;

/**
 * How many metres around a subdistrict its facilities are looked for: as far as is asked, else as far as the widest
 * standard leads, but at least 2 km and at most 5. `ownStandards`: those that the subdistrict sets itself.
 */
export const facilityMargin = (
  { meters, minutes, speed }: AskedReach,
  ownStandards: readonly Standard[],
): number => {
  const reach =
    meters ??
    (minutes === undefined
      ? Math.max(...[...ownStandards, ...STANDARDS].map((standard) => reachMeters(standard)))
      : minutes * SPEEDS[speed]);
  return Math.min(MOST_METERS, Math.max(LEAST_MARGIN_METERS, reach));
};
