import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Rendered } from '../runtime/rendered.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** A file of the site: every one of them is text, compressed once and kept. */
export type SiteFile = { mediaType: string; content: Rendered<string>; isImmutable: boolean };

/** Files whose name holds a hash of their content never change. */
const IMMUTABLE_FOLDER = '/assets/';

/**
 * The built site beside this bundle. The addresses are listed once at start, so that no request can name a
 * file outside of it; a file is read when it is first asked for.
 */
export class SiteFiles {
  readonly #folder: string;
  readonly #addresses: ReadonlyMap<string, string>;
  readonly #read = new Map<string, SiteFile>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#addresses = new Map(
      listFiles(folder).flatMap((path) => addressesOf(path).map((address) => [address, path])),
    );
  }

  /** The file at an address such as `/` or `/assets/x.js`; undefined where there is none. */
  find(address: string): SiteFile | undefined {
    const path = this.#addresses.get(address);
    if (path === undefined) return undefined;
    const file = this.#read.get(path) ?? readFile(this.#folder, path);
    this.#read.set(path, file);
    return file;
  }
}

const listFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && extname(entry.name) in MEDIA_TYPES)
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    : [];

/** A folder's page answers at the folder's address. */
const addressesOf = (path: string): string[] =>
  path.endsWith('/index.html') ? [path, path.slice(0, -'index.html'.length)] : [path];

const readFile = (folder: string, path: string): SiteFile => ({
  mediaType: MEDIA_TYPES[extname(path)] ?? 'text/plain; charset=utf-8',
  content: new Rendered<string>(readFileSync(join(folder, path), 'utf8')),
  isImmutable: path.startsWith(IMMUTABLE_FOLDER),
});
