import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFolder } from '../../../infra/bundle/replace-folder.ts';
import { startProcess } from '../../support/started.ts';

const FILES = 40;

const REPLACER = `
import { replaceFolder } from './infra/bundle/replace-folder.ts';
const [folder, name] = process.argv.slice(1);
for (let round = 0; round < 20; round += 1) {
  await replaceFolder(folder + '/' + name, folder + '/served', folder + '/copy');
}
`;

it('a folder that several processes replace is never seen with a part of its files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-replace-'));
  for (const name of ['a', 'b']) {
    mkdirSync(join(folder, name));
    for (let file = 0; file < FILES; file += 1) writeFileSync(join(folder, name, `${name}-${file}`), name);
  }
  const replacers = ['a', 'b'].map((name) => {
    const args = ['--import', 'tsx', '--input-type=module', '-e', REPLACER, folder, name];
    return startProcess(process.execPath, args, {});
  });
  let running = replacers.length;
  const codes = Promise.all(
    replacers.map(async (started) => {
      const code = await started.ended;
      running -= 1;
      return [code, started.output()];
    }),
  );
  const seen = new Set<string>();
  while (running > 0) {
    seen.add(describeListing(join(folder, 'served')));
    await new Promise((resolve) => setImmediate(resolve));
  }
  seen.delete('not there');
  expect(await codes).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect([...seen].sort()).toEqual([`${FILES} of a`, `${FILES} of b`]);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'served']);
  // Three processes that never rest, on however few cores there are.
}, 60_000);

it('a folder is put where nothing stands yet, as in the first build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-replace-'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages/index.html'), 'page');
  await replaceFolder(join(folder, 'pages'), join(folder, 'functions/site/public'), join(folder, 'copy'));
  expect(readdirSync(join(folder, 'functions/site/public'))).toEqual(['index.html']);
});

/** How many files there are of which kind. */
function describeListing(folder: string): string {
  try {
    const names = readdirSync(folder);
    return `${names.length} of ${[...new Set(names.map((name) => name[0]))].join(' and ')}`;
  } catch {
    return 'not there';
  }
}
