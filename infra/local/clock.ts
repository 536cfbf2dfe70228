import { randomUUID } from 'node:crypto';
import type { InvokeJob } from './job.ts';

/** How often the schedule of the stack rings as well. */
const EVERY_MS = 5 * 60_000;

export type Clock = {
  /** Rings now; `now` is the time that the event tells. */
  ring: (now?: Date) => Promise<void>;
  close: () => void;
};

/** Plays the schedule on this machine: tells the clock's bundle the time, at once and every few minutes. */
export function startClock(tell: InvokeJob, { isRinging = true } = {}): Clock {
  const ring = async (now = new Date()) => {
    await tell({
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
  };
  if (isRinging) void ring();
  const timer = isRinging ? setInterval(() => void ring(), EVERY_MS) : undefined;
  timer?.unref();
  return { ring, close: () => clearInterval(timer) };
}
