import type { Plugin } from 'vite';

/**
 * Moves the built HTML of a page to the folder it is served at: `{ rider: '' }` makes
 * `rider/index.html` the site's `index.html`. Addresses inside are absolute, so nothing in it changes.
 */
export const pageAddresses = (folders: Readonly<Record<string, string>>): Plugin => ({
  name: 'page-addresses',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [page, folder] of Object.entries(folders)) {
        const built = bundle[`${page}/index.html`];
        if (built?.type !== 'asset') continue;
        delete bundle[built.fileName];
        const fileName = folder === '' ? 'index.html' : `${folder}/index.html`;
        this.emitFile({ type: 'asset', fileName, source: built.source });
      }
    },
  },
});
