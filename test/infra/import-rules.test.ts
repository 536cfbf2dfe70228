import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const BROKEN: readonly [rule: string, path: string, text: string, said: string][] = [
  [
    'shared does no I/O',
    'shared/x.ts',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
    'shared/ is pure',
  ],
  [
    'shared knows no SDK',
    'shared/x.ts',
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nexport const x = DynamoDBClient;",
    'shared/ is pure',
  ],
  [
    'shared imports no function',
    'shared/x.ts',
    "import { env } from '../functions/runtime/env.ts';\nexport const x = env;",
    'Which way things point',
  ],
  ['shared reads no clock', 'shared/x.ts', 'export const x = () => Date.now();', 'time and randomness'],
  [
    'shared makes no current date',
    'shared/x.ts',
    'export const x = () => new Date();',
    'time and randomness',
  ],
  ['shared rolls no dice', 'shared/x.ts', 'export const x = () => Math.random();', 'time and randomness'],
  [
    'the store imports no context',
    'functions/store/x.ts',
    "import { readTile } from '../map/map-tile.ts';\nexport const x = readTile;",
    'Which way things point',
  ],
  [
    'the runtime imports no store',
    'functions/runtime/x.ts',
    "import { findPlace } from '../store/places.ts';\nexport const x = findPlace;",
    'Which way things point',
  ],
  [
    'a context imports no other',
    'functions/site/x.ts',
    "import { readTile } from '../map/map-tile.ts';\nexport const x = readTile;",
    'Which way things point',
  ],
  [
    'a dynamic import is no way around',
    'functions/site/x.ts',
    "export const x = () => import('../map/map-tile.ts');",
    'Which way things point',
  ],
  [
    'only the store speaks to the table',
    'functions/map/x.ts',
    "import { QueryCommand } from '@aws-sdk/client-dynamodb';\nexport const x = QueryCommand;",
    'Only functions/store',
  ],
  [
    'infra names bundles by path',
    'infra/x.ts',
    "import { handler } from '../functions/map/index.ts';\nexport const x = handler;",
    'infra names bundles',
  ],
  [
    'pages import no function',
    'web-map/rider/x.ts',
    "import { env } from '../../functions/runtime/env.ts';\nexport const x = env;",
    'Which way things point',
  ],
  [
    'only web-map/map knows Leaflet',
    'web-map/rider/x.ts',
    "import { map } from 'leaflet';\nexport const x = map;",
    'Only web-map/map',
  ],
  [
    'the environment is read in one file',
    'functions/map/x.ts',
    'export const x = process.env.TABLE_NAME;',
    'noProcessEnv',
  ],
];

/** A tree in which every rule is broken once, and one file that keeps them all. */
const tree = mkdtempSync(join(tmpdir(), 'nuanxin-rules-'));
const GOOD_FILE = 'functions/store/good.ts';
const fileOf = (path: string, index: number) => path.replace('x.ts', `broken-${index}.ts`);
const saidOf = new Map<string, string>();

type Diagnostic = { category: string; message: string; location: { path: string | { file: string } } };

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(tree, 'biome.json'));
  cpSync(join(root, 'infra/lint'), join(tree, 'infra/lint'), { recursive: true });
  const files = BROKEN.map(([, path, text], index) => [fileOf(path, index), text] as const);
  const good = "import { dynamo } from '../runtime/dynamo.ts';\n\nexport const good = dynamo;\n";
  for (const [path, text] of [...files, [GOOD_FILE, good] as const]) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '.', '--reporter=json', '--vcs-enabled=false', '--max-diagnostics=none'],
    { cwd: tree, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  for (const { category, message, location } of diagnostics) {
    const path = typeof location.path === 'string' ? location.path : location.path.file;
    saidOf.set(path, `${saidOf.get(path) ?? ''}${category} ${JSON.stringify(message)}\n`);
  }
});

afterAll(() => rmSync(tree, { recursive: true }));

describe('the import rules', () => {
  it.each(BROKEN.map(([rule, path, , said], index) => [rule, fileOf(path, index), said] as const))(
    'refuse to be broken: %s',
    (_rule, path, said) => {
      expect(saidOf.get(path)).toContain(said);
    },
  );

  it('say nothing of a file that keeps them', () => {
    expect(saidOf.get(GOOD_FILE)).toBeUndefined();
  });
});
