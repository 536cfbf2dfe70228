import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { siteConfig } from '../../vite.config.ts';
import { pageAddresses } from '../../web-map/build/page-addresses.ts';
import { serviceWorker } from '../../web-map/build/service-worker.ts';

const site = siteConfig('rider');

const HTML = `<!doctype html><html lang="en"><head><title>small</title>
<script type="module" src="./main.js"></script></head><body><p id="said"></p></body></html>`;

/** Another page of the site, which the riders' service worker has no business with. */
const OTHER_HTML = `<!doctype html><html lang="en"><head><title>other</title></head><body>other</body></html>`;

/**
 * A built site with the project's own service worker around a page that says one sentence, so that releases
 * can follow each other within a test.
 */
export const buildSmallSite = async (sentence: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-small-site-'));
  await mkdir(join(folder, 'rider'));
  await mkdir(join(folder, 'merchant'));
  await writeFile(join(folder, 'rider/index.html'), HTML);
  await writeFile(join(folder, 'rider/main.css'), 'p { color: rgb(1, 2, 3); }');
  await writeFile(join(folder, 'rider/later.js'), `export const later = '${sentence} later';`);
  await writeFile(
    join(folder, 'rider/main.js'),
    `import './main.css';
document.getElementById('said').textContent = '${sentence}';
window.later = () => import('./later.js').then(({ later }) => later);
if (location.search !== '?quiet') navigator.serviceWorker.register('/sw.js');`,
  );
  await writeFile(join(folder, 'merchant/index.html'), OTHER_HTML);
  await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [pageAddresses({ rider: '' }), serviceWorker({ rider: '/' })],
    build: {
      ...site.build,
      outDir: join(folder, 'built'),
      rolldownOptions: {
        ...site.build?.rolldownOptions,
        input: {
          rider: join(folder, 'rider/index.html'),
          merchant: join(folder, 'merchant/index.html'),
          sw: join(import.meta.dirname, '../../web-map/offline/sw.ts'),
        },
      },
    },
  });
  return { folder: join(folder, 'built'), remove: () => rm(folder, { recursive: true, force: true }) };
};
