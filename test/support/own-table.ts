/**
 * Runs before a test file is loaded: `functions/runtime/env.ts` reads the environment when it is imported,
 * so that a store test can import the stores plainly and finds them on an empty table of its own.
 */
import { afterAll } from 'vitest';
import { setEnvironment } from '../../infra/local/env.ts';
import { startEngine } from './engine.ts';

const engine = await startEngine();
setEnvironment(engine.environment);
afterAll(engine.close);
