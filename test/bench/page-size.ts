import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../infra/local/env.ts';
import { gzipKilobytes } from './bundles.ts';
import type { Row, Section } from './rows.ts';

const site = join(root, 'dist/site');

/** What each page loads before it shows anything, in kB; the map comes later on all but the rider's. */
const PAGES: readonly { name: string; file: string; scripts: number; styles: number }[] = [
  { name: 'rider', file: 'index.html', scripts: 90, styles: 15 },
  { name: 'merchant', file: 'merchant/index.html', scripts: 120, styles: 15 },
  { name: 'staff', file: 'staff/index.html', scripts: 120, styles: 15 },
  { name: 'planner', file: 'planner/index.html', scripts: 120, styles: 15 },
];

/** What the pages load at first, and what they load later or never. */
export const pageSize = async (): Promise<Section[]> => {
  const first = new Set<string>();
  const rows = PAGES.flatMap(({ name, file, scripts, styles }): Row[] => {
    const html = readFileSync(join(site, file), 'utf8');
    const entries = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
      ([, entry = '']) => entry,
    );
    const loaded = [...withStaticImports(entries)];
    for (const each of loaded) first.add(each);
    const of = (ending: string) => sum(loaded.filter((each) => each.endsWith(ending)));
    return [
      { what: `${name}: scripts at first`, value: of('.js'), unit: 'kB', most: scripts },
      { what: `${name}: styles at first`, value: of('.css'), unit: 'kB', most: styles },
    ];
  });
  const later = readdirSync(join(site, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => /\.(js|css)$/.test(file) && !first.has(file));
  for (const file of later) rows.push({ what: `later: ${nameOf(file)}`, value: sum([file]), unit: 'kB' });
  rows.push({ what: 'service worker', value: sum(['sw.js']), unit: 'kB' });
  const note = 'gzip -9: the entry with everything it imports statically; later: what is imported on demand.';
  return [{ title: 'The pages', note, rows }];
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
