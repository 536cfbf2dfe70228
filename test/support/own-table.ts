/**
 * Runs before a test file is loaded: `functions/runtime/env.ts` reads the environment when it is imported,
 * so that a store test can import the stores plainly and finds them on an empty table of its own, with secret
 * values of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { setEnvironment } from '../../infra/local/env.ts';
import { ensureSecretsFile } from '../../infra/local/secrets-file.ts';
import { startEngine } from './engine.ts';

const engine = await startEngine();
const folder = mkdtempSync(join(tmpdir(), 'nuanxin-secrets-'));
setEnvironment({ ...engine.environment, SECRETS_FILE: ensureSecretsFile(folder) });
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});
