import './page.css';
import { render } from 'preact';
import type { SiteConfig } from '../../shared/site/site-config.ts';
import { firstViewport } from './map-pane.tsx';
import { RiderPage } from './rider-page.tsx';
import { client } from './state/rider-client.ts';
import { createRiderStore } from './state/rider-store.ts';
import { tileSource } from './state/tile-source.ts';
import { StoreContext } from './store-context.ts';

const start = async (): Promise<void> => {
  const config = (await (await fetch('/config.json')).json()) as SiteConfig;
  const store = createRiderStore(window, client, tileSource, config);
  store.moved(firstViewport(store.url.value.view ?? config.start, window), { isByHand: false });
  const root = document.getElementById('root');
  if (!root) return;
  render(
    <StoreContext.Provider value={store}>
      <RiderPage />
    </StoreContext.Provider>,
    root,
  );
  store.loadOnce();
};

start();
