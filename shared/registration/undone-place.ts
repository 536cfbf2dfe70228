import { canonicalJson } from '../place/canonical-json.ts';
import type { Place } from '../place/place.ts';

/**
 * The place after an approval was taken back: as it was before, or, where it was not there, a draft that nobody sees
 * and nobody owns. Approved again, the same place comes back. `now` is the place as it is now.
 */
export const undonePlace = (before: Place | undefined, now: Place, at: string): Place => {
  const next = { version: now.version + 1, updatedAt: at };
  if (before) return { ...before, ...signsOf(now), ...next };
  const { owner, licenceCode, consent, confirmBy, photos, ...rest } = now;
  return { ...rest, state: 'draft', ...next };
};

/** Whether a place says what it said, apart from what riders tap and clocks count. */
export const saysTheSame = (one: Place, other: Place): boolean => content(one) === content(other);

const signsOf = ({ riderSigns }: Place) => (riderSigns ? { riderSigns } : {});

const content = ({ version, updatedAt, riderSigns, ...rest }: Place): string => canonicalJson(rest);
