/** Everything one built version of the pages consists of; written into `sw.js` by the build. */
export type SiteVersion = {
  version: string;
  /** Addresses of scripts, styles and symbols, whose names change with their content. */
  assets: readonly string[];
  /** Addresses of pages with the SHA-256 of their HTML in hexadecimal. */
  pages: Readonly<Record<string, string>>;
};

const PREFIX = 'site ';
/** Where the network is this slow, the kept page is shown. */
const PATIENCE = 4_000;

const nameOf = ({ version }: SiteVersion): string => PREFIX + version;

/**
 * Keeps a whole version or nothing: a page that a newer release has meanwhile replaced would name assets
 * which are not kept, so its hash must be the one that was built.
 */
export const keepVersion = async (site: SiteVersion): Promise<void> => {
  const cache = await caches.open(nameOf(site));
  await cache.addAll(site.assets);
  for (const [address, hash] of Object.entries(site.pages)) {
    const page = await fetch(address, { cache: 'no-store' });
    const bytes = await page.clone().arrayBuffer();
    if (!page.ok || (await sha256(bytes)) !== hash) throw new Error(`${address} is of another version`);
    await cache.put(address, page);
  }
};

/** Forgets every version but this one. */
export const forgetOtherVersions = async (site: SiteVersion): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== nameOf(site));
  await Promise.all(old.map((name) => caches.delete(name)));
};

/** An asset of this version from the device; any other from the network. */
export const assetOf = async (site: SiteVersion, request: Request): Promise<Response> =>
  (await (await caches.open(nameOf(site))).match(request.url)) ?? fetch(request);

/**
 * The page from the network, so that a release is seen at once; the kept one of this version, never a newer
 * one, when the network fails, is slow or gives anything but the page.
 */
export const pageOf = async (site: SiteVersion, request: Request): Promise<Response> => {
  const kept = await (await caches.open(nameOf(site))).match(new URL(request.url).pathname);
  if (!kept) return fetch(request);
  const waited = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  const answer = await Promise.race([fetch(request).catch(() => undefined), waited]);
  return answer?.ok ? answer : kept;
};

const sha256 = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
