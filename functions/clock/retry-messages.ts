import { logError } from '../runtime/log.ts';
import { deliverMessage } from '../store/deliver-message.ts';
import { listDueOutbox } from '../store/outbox.ts';

/** So many are sent at the same time, and in one run: where WeChat hangs, a run still ends in time. */
const AT_ONCE = 10;
const MOST_IN_A_RUN = 100;

/**
 * Tries the messages that are due: those that failed before, and those of which the notifier never heard. Answers how
 * many could not even be tried.
 */
export const retryMessages = async (now: Date): Promise<number> => {
  const due = await listDueOutbox(now, MOST_IN_A_RUN);
  let failures = 0;
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE);
    for (const outcome of await Promise.allSettled(some.map((item) => deliverMessage(item, now)))) {
      if (outcome.status === 'fulfilled') continue;
      logError(outcome.reason, 'clock', '');
      failures += 1;
    }
  }
  return failures;
};
