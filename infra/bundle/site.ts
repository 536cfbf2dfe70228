import { join } from 'node:path';
import { root } from '../local/env.ts';
import { functionsFolder } from './functions.ts';
import { replaceFolder } from './replace-folder.ts';

/** Builds the pages into `dist/site/` and puts a copy beside the function that serves them. */
export async function buildSite(): Promise<void> {
  // Vite takes a quarter of a second to load, which a command that builds no pages need not wait for.
  const { build } = await import('vite');
  for (const mode of ['rider', 'desk']) {
    await build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
  }
  // Another process may be starting to serve that very folder. The copy is made outside of what is deployed.
  await replaceFolder(
    join(root, 'dist/site'),
    join(functionsFolder, 'site/public'),
    join(root, 'dist/site-copy'),
  );
}
