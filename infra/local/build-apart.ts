import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from './env.ts';
import { Refusal } from './refusal.ts';

/**
 * Builds `dist/` in a process of its own, which takes the memory of the builders with it when it ends: what is started
 * afterwards runs for days. It ends with this process, however that dies.
 */
export async function buildApart(): Promise<void> {
  const child = fork(join(root, 'infra/build.ts'), { execArgv: ['--import', 'tsx'] });
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  if (code !== 0) throw new Refusal('What is to run could not be built.');
}
