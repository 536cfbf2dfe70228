import './page.css';
import { render } from 'preact';
import type { SiteConfig } from '../../shared/site/site-config.ts';
import { registerServiceWorker } from '../offline/register-service-worker.ts';
import { createTileArchive } from '../offline/tile-archive.ts';
import { patientFetch } from '../patient-fetch.ts';
import { loadSiteConfig } from '../site-config.ts';
import { firstViewport } from './map-pane.tsx';
import { RiderPage } from './rider-page.tsx';
import { client } from './state/rider-client.ts';
import { createRiderStore } from './state/rider-store.ts';
import { createTileSource } from './state/tile-source.ts';
import { StoreContext } from './store-context.ts';

const start = async (): Promise<void> => {
  const config = onThisScreen(await loadSiteConfig(fetch));
  const source = createTileSource(patientFetch, createTileArchive());
  const store = createRiderStore(window, client, source, config);
  store.resized(firstViewport(store.url.value.view ?? config.start, window));
  const root = document.getElementById('root');
  if (!root) return;
  render(
    <StoreContext.Provider value={store}>
      <RiderPage />
    </StoreContext.Provider>,
    root,
  );
  store.loadOnce();
  registerServiceWorker({
    onRefreshed: store.refresh,
    onUpdateReady: (apply) => store.offerUpdate(apply),
  });
};

/** A large screen shows the same area a step nearer. */
const onThisScreen = (config: SiteConfig): SiteConfig => {
  const { center, zoom } = config.start;
  return matchMedia('(min-width: 64em)').matches
    ? { ...config, start: { center, zoom: Math.min(18, zoom + 1) } }
    : config;
};

start();
