import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** What Vite notes about the styles and files that a chunk brings with it. */
type ViteChunk = Rolldown.OutputChunk & {
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
};

/**
 * Puts `SITE_VERSION` in front of `sw.js`: the scripts, styles and symbols that the named pages need, their
 * HTML with its hash, and one hash over all of it. Pages are given with the address they are served at.
 */
export const serviceWorker = (pages: Readonly<Record<string, string>>): Plugin => ({
  name: 'service-worker',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return;
      if (worker.imports.length > 0)
        this.error(`sw.js must stand alone, it imports ${worker.imports.join(', ')}`);
      const assets = new Set<string>();
      for (const page of Object.keys(pages)) {
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === page);
        if (entry) collect(entry.fileName, bundle, assets);
      }
      const site = {
        assets: [...assets].sort().map((fileName) => `/${fileName}`),
        pages: Object.fromEntries(
          Object.values(pages).flatMap((address) => {
            const html = bundle[`${address.slice(1)}index.html`];
            return html?.type === 'asset' ? [[address, sha256(html.source)]] : [];
          }),
        ),
      };
      const version = sha256(JSON.stringify(site) + worker.code).slice(0, 12);
      worker.code = `const SITE_VERSION=${JSON.stringify({ version, ...site })};\n${worker.code}`;
    },
  },
});

/** Follows a chunk to everything it loads, now or later. */
const collect = (fileName: string, bundle: Bundle, found: Set<string>): void => {
  if (found.has(fileName)) return;
  found.add(fileName);
  const chunk = bundle[fileName];
  if (chunk?.type !== 'chunk') return;
  const { importedCss = [], importedAssets = [] } = (chunk as ViteChunk).viteMetadata ?? {};
  for (const next of [...chunk.imports, ...chunk.dynamicImports, ...importedCss, ...importedAssets]) {
    collect(next, bundle, found);
  }
};

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
