import { pathToFileURL } from 'node:url';
import { buildFunctions } from './bundle/functions.ts';
import { buildSite } from './bundle/site.ts';
import { step } from './local/step.ts';

/**
 * Makes `dist/`: one bundle per context and command, and the site. These bytes are what `npm start` runs,
 * what the tests go through and what is deployed.
 */
export async function buildAll(): Promise<void> {
  await Promise.all([step('bundle functions', buildFunctions), step('build the site', buildSite)]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // Where another process waits for it, it ends with that one.
  const endWithParent = () => process.exit(1);
  process.once('disconnect', endWithParent);
  await buildAll();
  process.off('disconnect', endWithParent);
  if (process.connected) process.disconnect();
}
