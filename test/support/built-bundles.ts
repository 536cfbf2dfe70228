import { buildAll } from '../../infra/build.ts';

/** Builds what the tests go through, unless `npm test` has just done so. */
export default async function setup(): Promise<void> {
  if (process.env.NUANXIN_BUILT !== '1') await buildAll();
}
