import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export type StaticSite = { origin: string; close: () => Promise<void> };

/** Answers what the folder does not hold; undefined for 404. */
export type Fallback = (path: string) => { status: number; type: string; body: string } | undefined;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** As strict as the site's own policy: nothing inline, nothing foreign. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'";

/** Serves a built folder on a port of its own, under a strict content security policy. */
export const startStaticSite = async (
  folder: string,
  fallback: Fallback = () => undefined,
): Promise<StaticSite> => {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const found = await readFile(file).catch(() => undefined);
    const answer = found
      ? { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body: found }
      : (fallback(path) ?? { status: 404, type: 'text/plain', body: '' });
    response.writeHead(answer.status, {
      'content-type': answer.type,
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
