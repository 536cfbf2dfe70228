/** How the service worker answers a request; `network` means that it keeps its hands off. */
export type Strategy = 'page' | 'asset' | 'tile' | 'list' | 'place' | 'config' | 'network';

type Asked = { method: string; mode: string; url: string };

/**
 * Only reads of this origin that tell nothing about the rider are ever kept: `nearby` and searches carry a
 * position or a wish in their address and go to the network alone. What starts with `/v1` is never a page.
 */
export const strategyOf = ({ method, mode, url }: Asked, origin: string): Strategy => {
  const { origin: askedOrigin, pathname, search } = new URL(url);
  if (method !== 'GET' || askedOrigin !== origin) return 'network';
  if (pathname.startsWith('/v1/')) return search === '' ? strategyOfRead(pathname) : 'network';
  if (pathname.startsWith('/assets/')) return 'asset';
  if (pathname === '/config.json') return 'config';
  return mode === 'navigate' ? 'page' : 'network';
};

const strategyOfRead = (path: string): Strategy => {
  if (/^\/v1\/tiles\/14\/\d+\/\d+$/.test(path)) return 'tile';
  if (path === '/v1/catalog' || path === '/v1/subdistricts') return 'list';
  return /^\/v1\/places\/[0-9A-HJKMNP-TV-Z]{26}$/.test(path) ? 'place' : 'network';
};
