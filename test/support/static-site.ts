import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export type StaticSite = {
  origin: string;
  /** From now on serves another folder, as after a release. */
  serve(folder: string): void;
  /** Paths that were asked for, in order. */
  asked: string[];
  close: () => Promise<void>;
};

/** Answers what the folder does not hold; undefined for 404. */
export type Fallback = (
  path: string,
) => { status?: number; headers?: Record<string, string>; body: string } | undefined;

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
  firstFolder: string,
  fallback: Fallback = () => undefined,
): Promise<StaticSite> => {
  let folder = firstFolder;
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const found = await readFile(file).catch(() => undefined);
    asked.push(request.url ?? '');
    const answer = found ? undefined : (fallback(path) ?? { status: 404, body: '' });
    response.writeHead(answer?.status ?? 200, {
      'content-type': TYPES[path.endsWith('/') ? '.html' : extname(path)] ?? 'application/json',
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
      ...answer?.headers,
    });
    response.end(found ?? answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(next) {
      folder = next;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
