export type ServiceWorkerEvents = {
  /** A newer answer than the one given has arrived for an address such as `/v1/tiles/14/1/2`: ask again. */
  onRefreshed(path: string): void;
  /** A new version of the site lies ready; `apply` changes to it and loads the page again. */
  onUpdateReady(apply: () => void): void;
};

/**
 * Registers `/sw.js` where the browser has service workers (WeChat on iOS has none) and the page is served
 * over https or from this machine. Never rejects: the page works without it.
 */
export const registerServiceWorker = async (events: ServiceWorkerEvents): Promise<void> => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ refreshed?: string }>) => {
    if (data?.refreshed) events.onRefreshed(data.refreshed);
  });
  const registration = await serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return;
  const offer = (waiting: ServiceWorker): void => {
    // Without a controller this is the first visit: there is no older version to leave.
    if (!serviceWorker.controller) return;
    events.onUpdateReady(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('activate');
    });
  };
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const installing = registration.installing;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(installing);
    });
  });
};
