import type { SiteConfig } from './site-config.ts';

/**
 * The foreign origins that map tiles come from, one per subdomain, for `img-src` of the content security
 * policy. Empty for the sketch and for tiles served by the site itself.
 */
export const imageOrigins = ({ baseLayer }: SiteConfig): string[] => {
  if (baseLayer.type !== 'tiles') return [];
  const { urls, subdomains = [''] } = baseLayer;
  const origins = urls
    .filter((url) => url.startsWith('https://'))
    .flatMap((url) => subdomains.map((subdomain) => new URL(url.replaceAll('{s}', subdomain)).origin));
  return [...new Set(origins)];
};
