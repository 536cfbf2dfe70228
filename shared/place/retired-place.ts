import type { Place } from './place.ts';

/**
 * A place taken off the map for good: its tombstone. It gives up its licence, so that the shop may register again,
 * its pictures and its dates; its owner still finds it.
 */
export const retiredPlace = (place: Place, at: string, mergedInto?: string): Place => {
  const { suspension, licenceCode, confirmBy, photos, riderSigns, ...left } = place;
  return { ...left, state: 'retired', retiredAt: at, ...(mergedInto !== undefined && { mergedInto }) };
};
