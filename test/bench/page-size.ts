import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../infra/local/env.ts';
import { gzipKilobytes } from './bundles.ts';
import type { Row, Section } from './rows.ts';

const site = join(root, 'dist/site');

/** What the rider's page loads before it shows anything, and what it loads later or never. */
export const pageSize = async (): Promise<Section[]> => {
  const html = readFileSync(join(site, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file = '']) => file,
  );
  const first = withStaticImports(entries);
  const scripts = [...first].filter((file) => file.endsWith('.js'));
  const styles = [...first].filter((file) => file.endsWith('.css'));
  const later = readdirSync(join(site, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => /\.(js|css)$/.test(file) && !first.has(file));
  const rows: Row[] = [
    { what: 'rider: scripts at first', value: sum(scripts), unit: 'kB', most: 90 },
    { what: 'rider: styles at first', value: sum(styles), unit: 'kB', most: 15 },
    ...later.map((file) => ({ what: `later: ${nameOf(file)}`, value: sum([file]), unit: 'kB' })),
    { what: 'service worker', value: sum(['sw.js']), unit: 'kB' },
  ];
  const note = 'gzip -9: the entry with everything it imports statically; later: what is imported on demand.';
  return [{ title: "The rider's page", note, rows }];
};

const sum = (files: readonly string[]): number =>
  files.reduce((total, file) => total + gzipKilobytes(readFileSync(join(site, file))), 0);

/** `assets/detail-Bx3f.js` is `detail.js`: the hash changes with every build. */
const nameOf = (file: string): string => file.replace(/^assets\/(.+)-[\w-]{8}\./, '$1.');

/** Files with all that they import at once; what `import()` brings is not among them. */
const withStaticImports = (entries: readonly string[]): Set<string> => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const text = readFileSync(join(site, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      visit(`assets/${name}`);
  };
  for (const entry of entries) visit(entry);
  return found;
};
