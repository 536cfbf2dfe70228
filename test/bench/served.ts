import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server under load, in a process of its own. */
export type Served = {
  address: string;
  /** CPU time so far and memory now, worker threads included. */
  usage: () => Promise<{ cpuMicroseconds: number; memoryBytes: number }>;
  close: () => Promise<void>;
};

/** Starts `serve.ts` with its arguments and waits for its address. */
export const serve = async (...args: string[]): Promise<Served> => {
  const child = fork(join(import.meta.dirname, 'serve.ts'), args, { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
  if (!first) throw new Error(`the server of ${args[0]} did not start`);
  const { address } = first[0] as { address: string };
  return {
    address,
    usage: async () => {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage as Awaited<ReturnType<Served['usage']>>;
    },
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
};
