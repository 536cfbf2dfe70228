import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

type Broken = readonly [rule: string, path: string, text: string, said: string];

const BROKEN: readonly Broken[] = [
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
  ...['sessions', 'wechat', 'photos', 'registrations', 'places', 'planning', 'notifier', 'clock', 'map'].map(
    (context): Broken => [
      `${context} imports no other context`,
      `functions/${context}/x.ts`,
      `import { handler } from '../${context === 'sessions' ? 'places' : 'sessions'}/index.ts';\nexport const x = handler;`,
      'Which way things point',
    ],
  ),
  ...[
    'sessions',
    'wechat',
    'photos',
    'registrations',
    'places',
    'planning',
    'notifier',
    'clock',
    'import',
    'commands',
  ].map(
    (room): Broken => [
      `${room} speaks to no part of AWS`,
      `functions/${room}/x.ts`,
      "import { S3Client } from '@aws-sdk/client-s3';\nexport const x = S3Client;",
      'Only functions/store and functions/runtime',
    ],
  ),
  [
    'a folder of a context imports no other context either',
    'functions/photos/picture/x.ts',
    "import { handler } from '../../places/index.ts';\nexport const x = handler;",
    'Which way things point',
  ],
  [
    'the store imports no import',
    'functions/store/x.ts',
    "import { readRow } from '../import/read-row.ts';\nexport const x = readRow;",
    'Which way things point',
  ],
  [
    'the import imports no context',
    'functions/import/x.ts',
    "import { handler } from '../places/index.ts';\nexport const x = handler;",
    'Which way things point',
  ],
  [
    'the import is for places and commands alone',
    'functions/registrations/x.ts',
    "import { readRow } from '../import/read-row.ts';\nexport const x = readRow;",
    'Which way things point',
  ],
  [
    'a command imports no context',
    'functions/commands/x.ts',
    "import { handler } from '../sessions/index.ts';\nexport const x = handler;",
    'Which way things point',
  ],
  [
    'the runtime imports no context',
    'functions/runtime/wechat/x.ts',
    "import { handler } from '../../wechat/index.ts';\nexport const x = handler;",
    'Which way things point',
  ],
  ...['merchant', 'staff', 'planner', 'session', 'form'].map(
    (room): Broken => [
      `${room} knows no Leaflet`,
      `web-map/${room}/x.ts`,
      "import { map } from 'leaflet';\nexport const x = map;",
      'Only web-map/map',
    ],
  ),
  [
    'a page imports no other page',
    'web-map/staff/x.ts',
    "import { main } from '../merchant/main.tsx';\nexport const x = main;",
    'Which way things point',
  ],
  [
    'what pages share imports no page',
    'web-map/form/x.ts',
    "import { main } from '../merchant/main.tsx';\nexport const x = main;",
    'Which way things point',
  ],
  [
    'what pages say imports no page',
    'web-map/i18n/planner/x.ts',
    "import type { View } from '../../planner/state/url-state.ts';\nexport const x: View = 'data';",
    'Which way things point',
  ],
  [
    'only the store speaks to the table',
    'functions/map/x.ts',
    "import { QueryCommand } from '@aws-sdk/client-dynamodb';\nexport const x = QueryCommand;",
    'Only functions/store and functions/runtime',
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

/** A tree in which every rule is broken once, and files that keep them all. */
const tree = mkdtempSync(join(tmpdir(), 'nuanxin-rules-'));
const GOOD_FILES = {
  'functions/store/good.ts':
    "import { dynamo } from '../runtime/dynamo.ts';\nimport { ask } from '../runtime/wechat/ask-wechat.ts';\nimport { Place } from '../../shared/place/place.ts';\n\nexport const good = [dynamo, ask, Place];\n",
  'functions/notifier/good.ts':
    "import { dynamo } from '../runtime/wechat/ask-wechat.ts';\nimport { SiteConfig } from '../../shared/site/site-config.ts';\n\nexport const good = [dynamo, SiteConfig];\n",
  'functions/places/good.ts':
    "import { readRow } from '../import/read-row.ts';\n\nexport const good = readRow;\n",
  'functions/photos/picture/good.ts':
    "import { key } from '../photo-objects.ts';\n\nexport const good = key;\n",
  'web-map/staff/good.ts': "import { Button } from '../ui/button.tsx';\n\nexport const good = Button;\n",
};
const fileOf = (path: string, index: number) => path.replace('x.ts', `broken-${index}.ts`);
const saidOf = new Map<string, string>();

type Diagnostic = { category: string; message: string; location: { path: string | { file: string } } };

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(tree, 'biome.json'));
  cpSync(join(root, 'infra/lint'), join(tree, 'infra/lint'), { recursive: true });
  const files = BROKEN.map(([, path, text], index) => [fileOf(path, index), text] as const);
  for (const [path, text] of [...files, ...Object.entries(GOOD_FILES)]) {
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

  it('say nothing of files that keep them', () => {
    for (const path of Object.keys(GOOD_FILES)) expect(saidOf.get(path)).toBeUndefined();
  });
});
