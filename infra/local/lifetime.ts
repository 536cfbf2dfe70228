import { isStartedByNpm } from './env.ts';

/** Cleans up and ends the process on the first Ctrl-C, `kill` or closed terminal. */
export function onStopSignal(cleanUp: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm hands on the Ctrl-C that the terminal has sent to all of them already.
      if (stopping) return;
      stopping = true;
      cleanUp().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
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
