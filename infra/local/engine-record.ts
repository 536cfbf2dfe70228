import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

/** What `engine.json` says of a running installation. `port` is the engine's, `pid` that of its owner. */
const EngineRecord = z.object({
  pid: z.int(),
  port: z.int().optional(),
  endpoint: z.string().optional(),
  /** Where the gateway answers. */
  address: z.string().optional(),
});
export type EngineRecord = z.infer<typeof EngineRecord>;

const recordFile = (dataFolder: string) => join(dataFolder, 'engine.json');

/** The record of the installation that runs on a data folder; a stale one, whose owner is dead, is ignored. */
export function findEngineRecord(dataFolder: string): EngineRecord | undefined {
  let record: EngineRecord;
  try {
    record = EngineRecord.parse(JSON.parse(readFileSync(recordFile(dataFolder), 'utf8')));
  } catch {
    return undefined;
  }
  return isAlive(record.pid) ? record : undefined;
}

/** Claims a data folder for this process before its engine starts; refuses while another process has it. */
export function claimDataFolder(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const running = findEngineRecord(dataFolder);
  if (running) {
    const where = running.address ? ` at ${running.address}` : '';
    throw new Refusal(`${dataFolder} is in use${where} by process ${running.pid}: stop that one first.`);
  }
  rmSync(recordFile(dataFolder), { force: true });
  try {
    writeFileSync(recordFile(dataFolder), JSON.stringify({ pid: process.pid }), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Refusal(`${dataFolder} is being started by another process.`);
  }
}

/** Tells commands how to attach. The folder has been claimed. */
export function writeEngineRecord(dataFolder: string, record: Omit<EngineRecord, 'pid'>): void {
  writeFileSync(recordFile(dataFolder), JSON.stringify({ ...record, pid: process.pid }));
}

/** Gives a data folder free again. */
export function releaseDataFolder(dataFolder: string): void {
  rmSync(recordFile(dataFolder), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is alive as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
