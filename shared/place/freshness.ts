/** Up to this many whole days after the last verification an entry is fresh; up to the second it is ageing. */
export const FRESH_DAYS = 30;
export const AGEING_DAYS = 180;

/** How old the last verification of an entry is: fresh ≤ 30 days, ageing ≤ 180 days, stale beyond, or never. */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'never';

const DAY = 86_400_000;

/**
 * Whole days (24 hours each, rounded down) from `verifiedAt`, a UTC moment, to `now`. A moment ahead of `now`,
 * as a phone with a wrong clock may write, counts as zero.
 */
export const ageInDays = (verifiedAt: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(verifiedAt)) / DAY));

/** The freshness of an entry last verified at a UTC moment; without one it was never verified. */
export const freshness = (verifiedAt: string | undefined, now: Date): Freshness =>
  verifiedAt === undefined ? 'never' : freshnessOfAge(ageInDays(verifiedAt, now));

/** The freshness of an entry verified this many whole days ago. */
export function freshnessOfAge(days: number): Freshness {
  if (days <= FRESH_DAYS) return 'fresh';
  return days <= AGEING_DAYS ? 'ageing' : 'stale';
}
