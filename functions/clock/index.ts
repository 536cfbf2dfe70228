import { monotonicFactory } from 'ulid';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { passTime, TIMED_STATES } from './pass-time.ts';
import { retryMessages } from './retry-messages.ts';

shareAccessToken(tokenStore);

const newId = monotonicFactory();

const HOUR = 3_600_000;
let allLookedAfterAt = Number.NEGATIVE_INFINITY;

/**
 * A pause ends at a minute; all else that time does to a place goes by days. So the many places that are open are read
 * once an hour, by each environment that hears the clock.
 */
const statesDue = (now: Date) => {
  if (Math.abs(now.getTime() - allLookedAfterAt) < HOUR) return ['suspended'] as const;
  allLookedAfterAt = now.getTime();
  return TIMED_STATES;
};

/** Rung every few minutes; `time` is the moment it was rung for. Throws in the end where something was left undone. */
export const handler = async ({ time }: { time: string }): Promise<void> => {
  const now = new Date(time);
  const left = (await passTime(statesDue(now), { now, newId: () => newId() })) + (await retryMessages(now));
  if (left > 0) throw new Error(`${left} places or messages were left undone`);
};
