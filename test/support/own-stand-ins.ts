import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalEnv } from '../../infra/local/env.ts';
import { type StandIns, startStandIns } from '../../infra/local/stand-ins.ts';

/** WeChat's stand-in, an object store and secret values of one's own, in a folder that goes with them. */
export async function startOwnStandIns(): Promise<StandIns> {
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-stand-ins-'));
  const standIns = await startStandIns(folder, readLocalEnv());
  return {
    ...standIns,
    close: async () => {
      await standIns.close();
      await rm(folder, { recursive: true });
    },
  };
}
