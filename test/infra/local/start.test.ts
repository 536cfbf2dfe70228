import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, it, vi } from 'vitest';
import { createTableClient } from '../../../infra/local/create-table.ts';
import { isAnswering } from '../../../infra/local/engine.ts';
import { contextEnvironment, readLocalEnv } from '../../../infra/local/env.ts';
import { freePort, type Started, startProcess, startScript, untilReady } from '../../support/started.ts';

/** Each test starts several processes, on whatever the machine has left. */
vi.setConfig({ testTimeout: 90_000 });

const running: Started[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

async function start(dataFolder: string, port?: number, ...args: string[]): Promise<Started> {
  const PORT = String(port ?? (await freePort()));
  const started = startScript('infra/local/start.ts', args, {
    PORT,
    NUANXIN_DATA: dataFolder,
    DYNAMODB_ENDPOINT: '',
  });
  running.push(started);
  return started;
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'nuanxin-start-'));

const recordOf = (folder: string): { pid: number; port: number; endpoint: string; address: string } =>
  JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'));

async function untilSilent(endpoint: string): Promise<void> {
  while (await isAnswering(endpoint)) await new Promise((resolve) => setTimeout(resolve, 20));
}

const KEY = { PK: { S: 'NOTE#1' }, SK: { S: 'NOTE' } };

function tableOf(folder: string) {
  const env = readLocalEnv({});
  const client = createTableClient(contextEnvironment(recordOf(folder).endpoint, env));
  const TableName = env.TABLE_NAME;
  return {
    write: () => client.send(new PutItemCommand({ TableName, Item: KEY })),
    read: async () => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'PK = :key',
          ExpressionAttributeValues: { ':key': KEY.PK },
        }),
      );
      return Items;
    },
  };
}

it('serves the seeded map, tells commands where, refuses a second start, and leaves nothing behind on Ctrl-C', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const address = await untilReady(first);
  const seeded = await fetch(`${address}/v1/subdistricts`);
  expect((await seeded.json()).features).toHaveLength(1);
  const record = recordOf(folder);
  expect(record).toMatchObject({
    pid: first.child.pid,
    address,
    endpoint: expect.stringMatching(new RegExp(`^http://127\\.\\d+\\.\\d+\\.\\d+:${record.port}$`)),
  });

  const second = await start(folder);
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(
    `${folder} is in use at ${address} by process ${first.child.pid}: stop that one first.\n`,
  );
  const elsewhere = await start(newFolder(), Number(new URL(address).port));
  expect(await elsewhere.ended).toBe(1);
  expect(elsewhere.output()).toMatch(/^Port \d+ is taken: [^\n]+\n$/);

  await tableOf(folder).write();
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(await isAnswering(record.endpoint)).toBe(false);
  expect(() => recordOf(folder)).toThrow('ENOENT');
});

it('finds what was written before it was killed with kill -9, whose engine ended with it', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await untilReady(first);
  const { endpoint } = recordOf(folder);
  await tableOf(folder).write();
  first.child.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  await untilSilent(endpoint);

  const second = await start(folder);
  await untilReady(second);
  expect(await tableOf(folder).read()).toEqual([KEY]);
  second.child.kill('SIGKILL');
  await second.ended;

  const fresh = await start(folder, undefined, '--fresh');
  await untilReady(fresh);
  expect(await tableOf(folder).read()).toEqual([]);
});

it('ends when npm is killed, which cannot hand that on', async () => {
  const folder = newFolder();
  const PORT = String(await freePort());
  const npm = startProcess('npm', ['start'], { PORT, NUANXIN_DATA: folder, DYNAMODB_ENDPOINT: '' });
  running.push(npm);
  const address = await untilReady(npm);
  const { endpoint } = recordOf(folder);
  npm.child.kill('SIGKILL');
  await untilSilent(address);
  await untilSilent(endpoint);
  expect(await npm.ended).toBe('SIGKILL');
});

it('refuses an option it does not know and a variable it cannot use, each with one sentence', async () => {
  const option = await start(newFolder(), undefined, '--frehs');
  expect(await option.ended).toBe(1);
  expect(option.output()).toBe('--frehs is no option of start: there is only --fresh.\n');
  const host = startScript('infra/local/start.ts', [], { HOST: '0.0.0.0', NUANXIN_DATA: newFolder() });
  expect(await host.ended).toBe(1);
  expect(host.output()).toMatch(/^On 0\.0\.0\.0 anybody [^\n]+ LOCAL_SIGN_IN=off[^\n]+\n$/);
  const port = await start(newFolder(), 99_999);
  expect(await port.ended).toBe(1);
  expect(port.output()).toMatch(/^PORT cannot be used: [^\n]+\n$/);
});
