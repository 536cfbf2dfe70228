import { aYearAfter } from '../calendar/a-year-after.ts';
import type { Place, Suspension } from './place.ts';

/** What an owner does with one place, as it is and as it shall be; undefined where its state does not allow it. */

/** Closed for a while by its owner; what staff closed only they open or change. */
export const pausedPlace = (
  place: Place,
  suspension: Pick<Suspension, 'reason' | 'until'>,
): Place | undefined =>
  place.state === 'published' || isPausedByOwner(place)
    ? { ...place, state: 'suspended', suspension: { ...suspension, by: 'owner' } }
    : undefined;

/** Open again after the owner's own pause. One that ran out of its yearly confirmation is opened by confirming it. */
export const resumedPlace = (place: Place): Place | undefined => {
  const { suspension: _, ...open } = place;
  return isPausedByOwner(place) ? { ...open, state: 'published' } : undefined;
};

/** Still true, says its owner: verified now, and good for another year. */
export const confirmedPlace = (place: Place, now: Date): Place | undefined => {
  if (place.state !== 'published' && place.state !== 'suspended') return undefined;
  const { suspension, ...rest } = place;
  const isOverdue = suspension?.by === 'overdue';
  return {
    ...(isOverdue ? { ...rest, state: 'published' as const } : place),
    verifiedAt: now.toISOString(),
    verifiedBy: 'merchant',
    confirmBy: aYearAfter(now),
  };
};

const isPausedByOwner = ({ state, suspension }: Place): boolean =>
  state === 'suspended' && suspension?.by === 'owner';
