import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Served names of the HTML a page was built to: `merchant/index.html` answers `/merchant/`. */
const addressOfFile = (fileName: string): string => `/${fileName.replace(/(^|\/)index\.html$/, '$1')}`;

const contentOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | Uint8Array =>
  file.type === 'chunk' ? file.code : file.source;

/**
 * Tells the service worker what belongs to this version of the site: a free name `PRECACHE` in `sw.ts`
 * becomes `{ version, addresses }`, every built file with a hash over all of them. Files of `public/`
 * carry no hash in their names and are fetched from the network first.
 */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return;
      if (worker.imports.length > 0)
        this.error(`sw.js must stand alone, it imports ${worker.imports.join(', ')}`);
      const files = Object.values(bundle)
        .filter((file) => file !== worker)
        .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
      const hash = createHash('sha256').update(worker.code);
      for (const file of files) hash.update(file.fileName).update(contentOf(file));
      const precache = {
        version: hash.digest('hex').slice(0, 12),
        addresses: files.map((file) => addressOfFile(file.fileName)),
      };
      worker.code = `const PRECACHE=${JSON.stringify(precache)};\n${worker.code}`;
    },
  },
});
