import { randomUUID } from 'node:crypto';
import { contextBundle, environmentScript } from '../bundle/functions.ts';
import type { Job } from '../bundle/jobs.ts';
import { contextResources } from '../context-resources.ts';
import { EnvironmentPool } from './environment-pool.ts';

/** Tells a job of an event. Resolves to what it returns, undefined where it failed. */
export type InvokeJob = (event: object) => Promise<unknown>;

export type StartedJob = { invoke: InvokeJob; close: () => Promise<void> };

/** Makes a job's built bundle ready to be told events, one at a time; it is loaded with the first. */
export async function startJob(job: Job, variables: Record<string, string>): Promise<StartedJob> {
  const pool = await EnvironmentPool.start({
    script: environmentScript,
    bundle: contextBundle(job),
    functionName: job,
    kind: 'event',
    variables,
    size: 1,
    isLazy: true,
    timeoutMs: contextResources[job].timeoutSeconds * 1000,
  });
  return {
    invoke: (event) =>
      new Promise((resolve) => {
        pool.invoke(JSON.stringify(event), randomUUID(), (outcome) => {
          resolve(outcome[0] === 'returned' ? (JSON.parse(outcome[1]) as unknown) : undefined);
        });
      }),
    close: () => pool.close(),
  };
}
