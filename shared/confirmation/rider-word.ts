import type { RiderSigns } from './confirmation.ts';

const HOUR = 3_600_000;

/** So long a complaint of a rider counts, and so long that somebody saw the place. */
const COMPLAINT_HOURS = 14 * 24;
const SEEN_HOURS = 24;

/** What of the riders' signs counts at a moment: the moments of complaints that nothing answered, or of being seen. */
export type RiderWord = {
  doorLockedAt?: string | undefined;
  wrongInformationAt?: string | undefined;
  seenAt?: string | undefined;
};

/**
 * A complaint counts for 14 days, unless a verification or a rider who found the place came after it. That somebody
 * found it counts for 24 hours, unless a complaint or a verification came after it. Of the same moment, what was
 * verified wins, then the complaint.
 */
export const riderWord = (signs: RiderSigns, verifiedAt: string | undefined, now: Date): RiderWord => {
  const { stillThereAt, wrongInformationAt, doorLockedAt } = signs;
  const complaint = (at: string | undefined) =>
    at && isWithin(at, COMPLAINT_HOURS, now) && isAfter(at, verifiedAt) && !isAfter(stillThereAt, at)
      ? at
      : undefined;
  const isSeen =
    stillThereAt &&
    isWithin(stillThereAt, SEEN_HOURS, now) &&
    [verifiedAt, wrongInformationAt, doorLockedAt].every((at) => isAfter(stillThereAt, at));
  return {
    doorLockedAt: complaint(doorLockedAt),
    wrongInformationAt: complaint(wrongInformationAt),
    seenAt: isSeen ? stillThereAt : undefined,
  };
};

const isWithin = (at: string, hours: number, now: Date): boolean =>
  now.getTime() - Date.parse(at) <= hours * HOUR;

/** Whether a moment lies after another one; after none it always does. */
const isAfter = (at: string | undefined, other: string | undefined): boolean =>
  at !== undefined && (other === undefined || Date.parse(at) > Date.parse(other));
