import { type KeptAnswers, networkFirst, staleWhileRevalidate } from './kept-answers.ts';
import { strategyOf } from './request-strategy.ts';
import { assetOf, forgetOtherVersions, keepVersion, pageOf, type SiteVersion } from './site-version.ts';

/** Put in front of this file by the build. */
declare const SITE_VERSION: SiteVersion;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const TILES: KeptAnswers = { name: 'tiles 1', limit: 240 };
const LISTS: KeptAnswers = { name: 'lists 1', limit: 8 };
const PLACES: KeptAnswers = { name: 'places 1', limit: 160 };

worker.addEventListener('install', (event) => event.waitUntil(keepVersion(SITE_VERSION)));

worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetOtherVersions(SITE_VERSION).then(() => worker.clients.claim())),
);

// A new version waits until no page of the old one is open, or until the page asks for it.
worker.addEventListener('message', (event) => {
  if (event.data === 'activate') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  const refreshed = async (address: string): Promise<void> => {
    const page = await worker.clients.get(clientId);
    page?.postMessage({ refreshed: new URL(address).pathname });
  };
  switch (strategyOf(request, worker.location.origin)) {
    case 'page':
      return event.respondWith(pageOf(SITE_VERSION, request));
    case 'asset':
      return event.respondWith(assetOf(SITE_VERSION, request));
    case 'tile':
      return event.respondWith(staleWhileRevalidate(request, TILES, Date.now(), refreshed));
    case 'list':
      return event.respondWith(staleWhileRevalidate(request, LISTS, Date.now(), refreshed));
    case 'place':
      return event.respondWith(networkFirst(request, PLACES));
    case 'config':
      return event.respondWith(networkFirst(request, LISTS));
    case 'network':
      return;
  }
});
