import { buildAll } from '../../infra/build.ts';
import { readLocalEnv, setEnvironment } from '../../infra/local/env.ts';

/** Builds what the tests go through, unless `npm test` has just done so. */
export default async function setup(): Promise<void> {
  if (readLocalEnv().NUANXIN_BUILT) return;
  await buildAll();
  setEnvironment({ NUANXIN_BUILT: '1' });
}
