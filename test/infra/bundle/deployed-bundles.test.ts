import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextBundle } from '../../../infra/bundle/functions.ts';
import { contextResources, type LambdaName } from '../../../infra/context-resources.ts';
import { root } from '../../../infra/local/env.ts';

type Output = { inputs: Record<string, { bytesInOutput: number }> };

const { outputs } = JSON.parse(readFileSync(join(root, 'dist/metafile.json'), 'utf8')) as {
  outputs: Record<string, Output>;
};

/** The files of which anything is in the bundle of a function. */
function inputsOf(name: string): string[] {
  const { inputs = {} } = outputs[`dist/functions/${name}/index.cjs`] ?? {};
  return Object.keys(inputs).filter((file) => (inputs[file]?.bytesInOutput ?? 0) > 0);
}

/** The commands of one client of the SDK that a bundle holds. */
const commandsOf = (name: string, client: string): string[] =>
  inputsOf(name).flatMap(
    (file) => new RegExp(`@aws-sdk/client-${client}/.*/commands/(\\w+)Command\\.js$`).exec(file)?.[1] ?? [],
  );

/** What the clients themselves bring along, and what is allowed as something else. */
const OWN = new Set(['DescribeEndpoints', 'CreateSession', 'TransactWriteItems']);

/** A transaction is allowed as what it is made of. */
const IN_TRANSACTIONS = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'];

/** Stores that query an index by themselves, and the words that are only there where they do. */
const INDEX_OF_STORE = {
  'functions/store/tile-features.ts': { name: 'tile', words: '#tile = :tile' },
  'functions/store/places.ts': { name: 'subdistrict', words: '#places = :places' },
};

describe.each(Object.keys(contextResources) as LambdaName[])('the bundle of %s', (name) => {
  const { table = [], indexes = [], pictures = [], readsNetworks, readsSecrets } = contextResources[name];

  it('sends to the table what its role allows, and its role allows nothing that it cannot send', () => {
    const commands = commandsOf(name, 'dynamodb');
    const allowed = new Set<string>([...table, ...(indexes.length > 0 ? ['Query'] : []), ...OWN]);
    expect(commands.filter((command) => !allowed.has(command))).toEqual([]);
    const sendable = new Set([
      ...commands,
      ...(commands.includes('TransactWriteItems') ? IN_TRANSACTIONS : []),
    ]);
    expect(table.filter((action) => !sendable.has(action))).toEqual([]);
  });

  it('queries the indexes that its role names', () => {
    const bundle = readFileSync(contextBundle(name), 'utf8');
    const asked = [...bundle.matchAll(/\("(tile|subdistrict|person)",\{partition/g)].map(
      ([, index]) => index,
    );
    const byFile = Object.entries(INDEX_OF_STORE).flatMap(([file, index]) =>
      inputsOf(name).includes(file) && bundle.includes(index.words) ? [index.name] : [],
    );
    expect([...new Set([...asked, ...byFile])].sort()).toEqual([...indexes].sort());
  });

  it('reaches pictures, street networks and secrets where its role does, and nowhere else', () => {
    expect(
      commandsOf(name, 's3')
        .filter((command) => !OWN.has(command))
        .sort(),
    ).toEqual([...pictures, ...(readsNetworks ? ['GetObject'] : [])].sort());
    expect(commandsOf(name, 'secrets-manager').includes('GetSecretValue')).toBe(readsSecrets === true);
  });

  it('holds nothing of what plays WeChat, S3 or a sign-in on one machine', () => {
    expect(inputsOf(name).length).toBeGreaterThan(0);
    expect(inputsOf(name).filter((file) => /^(infra|test|mini-program)\//.test(file))).toEqual([]);
  });
});
