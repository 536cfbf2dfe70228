import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { siteConfig } from '../../vite.config.ts';
import { type StaticSite, startStaticSite } from './static-site.ts';

const site = siteConfig('rider');

/** Builds the page that holds nothing but the map, as the site is built, and serves it. */
export const startMapHarness = async (): Promise<Pick<StaticSite, 'origin' | 'close'>> => {
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-map-harness-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../e2e/map-harness'),
    logLevel: 'warn',
    ...(site.resolve && { resolve: site.resolve }),
    build: { ...site.build, outDir: folder, rolldownOptions: {} },
  });
  const served = await startStaticSite(folder);
  return {
    origin: served.origin,
    close: async () => {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
