/**
 * Runs before a test file is loaded: `functions/runtime/env.ts` reads the environment when it is imported, so that a
 * store test can import the stores plainly and finds them on an empty table of its own, with secrets, a WeChat and an
 * object store beside it.
 */
import { afterAll } from 'vitest';
import { setEnvironment } from '../../infra/local/env.ts';
import { startEngine } from './engine.ts';
import { startOwnStandIns } from './own-stand-ins.ts';

const [engine, standIns] = await Promise.all([startEngine(), startOwnStandIns()]);
setEnvironment({ ...engine.environment, ...standIns.environment });
afterAll(async () => {
  await Promise.all([engine.close(), standIns.close()]);
});

/** The stand-in of WeChat that this file's stores speak to. */
export const { wechat } = standIns;
