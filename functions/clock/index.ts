import { monotonicFactory } from 'ulid';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { passTime } from './pass-time.ts';
import { retryMessages } from './retry-messages.ts';

shareAccessToken(tokenStore);

const newId = monotonicFactory();

/** Rung every few minutes; `time` is the moment it was rung for. Throws in the end where something was left undone. */
export const handler = async ({ time }: { time: string }): Promise<void> => {
  const now = new Date(time);
  const left = (await passTime({ now, newId: () => newId() })) + (await retryMessages(now));
  if (left > 0) throw new Error(`${left} places or messages were left undone`);
};
