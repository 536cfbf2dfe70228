import { randomUUID } from 'node:crypto';
import type { InvokeJob } from './job.ts';

/** How often the schedule of the stack rings as well. */
const EVERY_MS = 5 * 60_000;

export type Clock = {
  /** Rings now; `now` is the time that the event tells. Rejects when the clock's bundle fails. */
  ring: (now?: Date) => Promise<void>;
  close: () => void;
};

/** Plays the schedule on this machine: tells the clock's bundle the time, at once and every few minutes. */
export function startClock(tell: InvokeJob, { isRinging = true } = {}): Clock {
  const ring = async (now = new Date()) => {
    const result = await tell({
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: 'anonymous',
      time: now.toISOString(),
      region: 'local',
      resources: [],
      detail: {},
    });
    if (result === undefined) throw new Error('the clock has failed');
  };
  // What went wrong stands in its own words in the output already, and the next ring makes up for it.
  const go = () => ring().catch(() => {});
  if (isRinging) void go();
  const timer = isRinging ? setInterval(go, EVERY_MS) : undefined;
  timer?.unref();
  return { ring, close: () => clearInterval(timer) };
}
