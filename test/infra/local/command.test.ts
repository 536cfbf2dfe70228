import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { freePort, type Started, startScript, untilReady } from '../../support/started.ts';

/** Each test starts several processes, on whatever the machine has left. */
vi.setConfig({ testTimeout: 90_000 });

const running: Started[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

function run(script: string, args: string[], environment: Record<string, string>): Started {
  const started = startScript(`infra/local/${script}`, args, {
    DYNAMODB_ENDPOINT: '',
    TABLE_NAME: '',
    ...environment,
  });
  running.push(started);
  return started;
}

function fileWith(name: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'nuanxin-import-')), 'places.csv');
  writeFileSync(file, `名称,类别,地址,经度,纬度\n${name},暖新巢,安西路1号,121.4225,31.2145\n`);
  return file;
}

async function importInto(dataFolder: string, name: string): Promise<void> {
  const args = ['import', fileWith(name), '--subdistrict', '310105001', '--crs', 'wgs84'];
  const command = run('command.ts', args, { NUANXIN_DATA: dataFolder });
  expect(await command.ended, command.output()).toBe(0);
}

it('imports into a running installation, and into a folder that none runs on', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nuanxin-command-'));
  const start = async () => run('start.ts', [], { NUANXIN_DATA: dataFolder, PORT: String(await freePort()) });
  const findName = async (address: string, name: string) => {
    const query = new URLSearchParams({ subdistrict: '310105001', q: name });
    const response = await fetch(`${address}/v1/places?${query}`);
    const { features } = (await response.json()) as { features: { properties: { name: string } }[] };
    return features.map(({ properties }) => properties.name);
  };

  const first = await start();
  const address = await untilReady(first);
  await importInto(dataFolder, '风雨无阻歇脚点');
  expect(await findName(address, '风雨无阻歇脚点')).toEqual(['风雨无阻歇脚点']);
  first.child.kill('SIGINT');
  await first.ended;

  await importInto(dataFolder, '梧桐树下歇脚点');
  const second = await untilReady(await start());
  expect(await findName(second, '梧桐树下歇脚点')).toEqual(['梧桐树下歇脚点']);
  expect(await findName(second, '风雨无阻歇脚点')).toEqual(['风雨无阻歇脚点']);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'says with its exit code that %s has ended it, and gives the folder free',
  async (signal, code) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'nuanxin-command-'));
    // A file that does not come to its end keeps the command at work for as long as the test wants.
    const endless = join(dataFolder, 'subdistrict.json');
    execFileSync('mkfifo', [endless]);
    const command = run('command.ts', ['seed', dataFolder], { NUANXIN_DATA: dataFolder });
    const writer = await open(endless, 'w');
    command.child.kill(signal);
    await vi.waitFor(() => expect(existsSync(join(dataFolder, 'engine.json'))).toBe(false), 10_000);
    // No process ends while a thread of its own still waits for a file.
    await writer.close();
    expect(await command.ended).toBe(code);
    expect(command.output()).not.toMatch(/^\s+at /m);
  },
);

it('refuses a command that does not exist with one sentence', async () => {
  const command = run('command.ts', ['exprot'], {});
  expect(await command.ended).toBe(1);
  expect(command.output()).toBe('There is no command exprot.\n');
});
