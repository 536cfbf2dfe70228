import { constants } from 'node:os';
import { isStartedByNpm } from './env.ts';

type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** What a shell reads as "ended by this signal": 130 for Ctrl-C, 143 for `kill`. */
export const exitCodeOfSignal = (signal: StopSignal): number => 128 + constants.signals[signal];

/**
 * Cleans up and ends the process on the first Ctrl-C, `kill` or closed terminal. For what runs until it is
 * stopped that is its proper end, 0; what had still something to do tells with its exit code that it did not.
 * Answers whether such an end is under way.
 */
export function onStopSignal(
  cleanUp: () => Promise<void>,
  exitCode: (signal: StopSignal) => number = () => 0,
): () => boolean {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm hands on the Ctrl-C that the terminal has sent to all of them already.
      if (stopping) return;
      stopping = true;
      cleanUp().then(
        () => process.exit(exitCode(signal)),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return () => stopping;
}

/**
 * Under npm, ends this process when npm is gone: a killed npm cannot say so itself. The script in package.json
 * begins with `exec`, so that npm is the parent and no shell stands between.
 */
export function endWithParent(): void {
  if (!isStartedByNpm()) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
