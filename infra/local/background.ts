import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Clock, startClock } from './clock.ts';
import { startJob } from './job.ts';
import { type Pump, startPump } from './pump.ts';

/** What goes on without being asked over HTTP. */
export type Background = { pump: Pump; clock: Clock; close: () => Promise<void> };

export type BackgroundOptions = {
  client: DynamoDBClient;
  tableName: string;
  /** Of both jobs. */
  environment: Record<string, string>;
  /** Whether pump and clock go by themselves; a test sets them going when it wants to. */
  isWound: boolean;
};

/** Starts what plays the table's stream and the schedule. */
export async function startBackground(options: BackgroundOptions): Promise<Background> {
  const { client, tableName, environment, isWound } = options;
  const notifier = await startJob('notifier', environment);
  const pump = startPump(client, tableName, notifier.invoke, { isPolling: isWound });
  const ringing = async (event: object) => {
    // It has nothing to do for minutes, and its memory would wait with it.
    const job = await startJob('clock', environment);
    const result = await job.invoke(event);
    await job.close();
    return result;
  };
  const clock = startClock(ringing, { isRinging: isWound });
  return {
    pump,
    clock,
    close: async () => {
      clock.close();
      await notifier.close();
      await pump.close();
    },
  };
}
