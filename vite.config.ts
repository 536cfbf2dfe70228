import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { pageAddresses } from './web-map/build/page-addresses.ts';
import { serviceWorker } from './web-map/build/service-worker.ts';

const root = join(import.meta.dirname, 'web-map');

/** One folder of web-map is one page; those that exist are built. */
const pages = ['rider', 'merchant', 'staff', 'planner'].filter((page) =>
  existsSync(join(root, page, 'index.html')),
);

/**
 * Two passes, `--mode rider` and `--mode desk`: the page that riders load on the street shares no chunk with the others,
 * so that nothing which only those need gets into it.
 */
export const siteConfig = (mode: string) => {
  const isRider = mode === 'rider';
  const built = pages.filter((page) => (page === 'rider') === isRider);
  return {
    root,
    base: '/',
    resolve: {
      // The package names one file with everything in it; this one names what the map uses.
      alias: [{ find: /^leaflet$/, replacement: join(root, 'map/leaflet-parts.ts') }],
    },
    plugins: [pageAddresses({ rider: '' }), serviceWorker({ rider: '/' })],
    build: {
      outDir: join(import.meta.dirname, 'dist/site'),
      emptyOutDir: isRider,
      copyPublicDir: isRider,
      target: ['chrome86', 'safari14.1'],
      // Nothing inline: the content security policy knows only 'self'.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(built.map((page) => [page, join(root, page, 'index.html')])),
          ...(isRider && { sw: join(root, 'offline/sw.ts') }),
        },
        output: {
          entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  } satisfies UserConfig;
};

export default defineConfig(({ mode }) => siteConfig(mode));
