/** What a host may consist of. A `*` would let every host into the content security policy, a `;` end it. */
const HOST = /^[a-z0-9._:[\]-]+$/;

/** Stands for the site itself, to tell which addresses stay on it. */
const OWN_SITE = 'https://own-site.invalid';

/**
 * True for the address of a tile, `{x}`, `{y}`, `{z}` and `{s}` in it, that lies on this site (`/…`) or on one
 * named host (`https://…`), with each of the subdomains. `//host`, which looks like a path, is neither.
 */
export const isTileAddress = (address: string, subdomains: readonly string[] = ['']): boolean =>
  /^(https:\/\/|\/)/.test(address) &&
  subdomains.every((subdomain) => {
    const url = parse(address.replaceAll('{s}', subdomain));
    return (
      url !== undefined && HOST.test(url.hostname) && address.startsWith('/') === (url.origin === OWN_SITE)
    );
  });

const parse = (address: string): URL | undefined => {
  try {
    return new URL(address, OWN_SITE);
  } catch {
    return undefined;
  }
};
