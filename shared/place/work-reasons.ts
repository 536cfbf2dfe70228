import type { ConfirmationKind } from '../confirmation/confirmation.ts';
import { AGEING_DAYS, ageInDays } from './freshness.ts';
import type { Place } from './place.ts';
import type { WorkReason } from './work-item.ts';

/** Riders’ taps on one place that nobody has settled: how many of each kind, and when the first one came. */
export type OpenSigns = { counts: Partial<Record<ConfirmationKind, number>>; since?: string | undefined };

/** A reason to look after a place, and since when it holds where that is known (a UTC moment). */
export type Work = { reason: WorkReason; since?: string | undefined };

/** So many days before its owner has to confirm it, a place is worth a call. */
const EXPIRING_DAYS = 30;

const DAY = 86_400_000;

/**
 * Why somebody should look after a place; none for one that is not on the map. What is closed for the time being is
 * neither stale nor broken: it is looked at when it opens again. Beyond 180 days a verification is stale.
 */
export const workReasons = (place: Place, signs: OpenSigns, now: Date): Work[] => {
  if (place.state !== 'published' && place.state !== 'suspended') return [];
  const found: Work[] = [];
  const { wrong_information: wrong = 0, door_locked: locked = 0 } = signs.counts;
  if (wrong + locked > 0) found.push({ reason: 'signs', since: signs.since });
  if (place.state === 'published') found.push(...upkeepOf(place, now));
  if (place.confirmBy !== undefined) {
    // The day ends at midnight of Shanghai.
    const first = Date.parse(`${place.confirmBy}T00:00:00+08:00`) - EXPIRING_DAYS * DAY;
    if (first <= now.getTime()) found.push({ reason: 'expiring', since: new Date(first).toISOString() });
  }
  const until = place.suspension?.until;
  if (place.state === 'suspended' && until !== undefined && Date.parse(until) <= now.getTime())
    found.push({ reason: 'suspension_over', since: until });
  return found;
};

const upkeepOf = ({ amenities, verifiedAt, createdAt }: Place, now: Date): Work[] => {
  const found: Work[] = [];
  const broken = amenities.filter(({ state }) => state === 'broken');
  if (broken.length > 0) {
    const since = broken.flatMap(({ brokenSince }) => brokenSince ?? []).sort();
    found.push({ reason: 'broken_equipment', since: since[0] });
  }
  if (verifiedAt === undefined) found.push({ reason: 'unverified', since: createdAt });
  else if (ageInDays(verifiedAt, now) > AGEING_DAYS) {
    const since = Date.parse(verifiedAt) + (AGEING_DAYS + 1) * DAY;
    found.push({ reason: 'stale', since: new Date(since).toISOString() });
  }
  return found;
};
