import { newId } from '../runtime/new-id.ts';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { forgetUnusedPhotos } from '../store/unused-photos.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { passTime, TIMED_STATES } from './pass-time.ts';
import { retryMessages } from './retry-messages.ts';

shareAccessToken(tokenStore);

const HOUR = 3_600_000;
let allLookedAfterAt = Number.NEGATIVE_INFINITY;

/**
 * A pause ends at a minute; all else that time does to a place or a picture goes by days. So the many places that are
 * open, and the pictures that nobody uses, are read once an hour, by each environment that hears the clock.
 */
const isHourly = (now: Date): boolean => {
  if (Math.abs(now.getTime() - allLookedAfterAt) < HOUR) return false;
  allLookedAfterAt = now.getTime();
  return true;
};

/** Rung every few minutes; `time` is the moment it was rung for. Throws in the end where something was left undone. */
export const handler = async ({ time }: { time: string }): Promise<void> => {
  const now = new Date(time);
  const isDue = isHourly(now);
  const left =
    (await passTime(isDue ? TIMED_STATES : ['suspended'], { now, newId })) + (await retryMessages(now));
  if (isDue) await forgetUnusedPhotos(now);
  if (left > 0) throw new Error(`${left} places or messages were left undone`);
};
