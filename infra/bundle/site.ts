import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../local/env.ts';
import { functionsFolder } from './functions.ts';

/** Builds the pages into `dist/site/` and puts a copy beside the function that serves them. */
export async function buildSite(): Promise<void> {
  // Vite takes a quarter of a second to load, which a command that builds no pages need not wait for.
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  const served = join(functionsFolder, 'site/public');
  if (existsSync(served)) rmSync(served, { recursive: true });
  cpSync(join(root, 'dist/site'), served, { recursive: true });
}
