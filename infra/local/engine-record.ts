import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { findProcessStart } from './process-identity.ts';
import { Refusal } from './refusal.ts';

/** What `engine.json` says of a running installation. `port` is the engine's, `pid` that of its owner. */
const EngineRecord = z.object({
  pid: z.int(),
  /** When that process was started, as `findProcessStart` tells it: the number alone is used again. */
  processStart: z.string(),
  port: z.int().optional(),
  endpoint: z.string().optional(),
  /** Where the gateway answers. */
  address: z.string().optional(),
});
export type EngineRecord = z.infer<typeof EngineRecord>;

const recordFile = (dataFolder: string) => join(dataFolder, 'engine.json');

const thisProcess = () => ({ pid: process.pid, processStart: findProcessStart(process.pid) ?? 'unknown' });

/** The record of the installation that runs on a data folder; a stale one, whose owner is dead, is ignored. */
export function findEngineRecord(dataFolder: string): EngineRecord | undefined {
  return readLiveRecord(recordFile(dataFolder));
}

/** Claims a data folder for this process before its engine starts; refuses while another process has it. */
export function claimDataFolder(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = recordFile(dataFolder);
  const prepared = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const removed = `${prepared}.stale`;
  // Written apart and linked whole: nobody ever reads half a record, and only one link can be made.
  writeFileSync(prepared, JSON.stringify(thisProcess()));
  try {
    while (!link(prepared, file)) {
      refuseIfLive(dataFolder, readLiveRecord(file));
      // Two starters may find the same stale record; what one of them then moves away may be the other's.
      if (!rename(file, removed)) continue;
      const live = readLiveRecord(removed);
      if (live) link(removed, file);
      refuseIfLive(dataFolder, live);
    }
  } finally {
    for (const name of [prepared, removed]) rmSync(name, { force: true });
  }
}

/** Tells commands how to attach. The folder has been claimed; refuses where it is another's by now. */
export function writeEngineRecord(
  dataFolder: string,
  record: Omit<EngineRecord, 'pid' | 'processStart'>,
): void {
  const owner = findEngineRecord(dataFolder);
  if (owner && !isOwn(owner)) throw new Refusal(`${dataFolder} is being started by another process.`);
  const file = recordFile(dataFolder);
  const prepared = `${file}.${process.pid}`;
  writeFileSync(prepared, JSON.stringify({ ...record, ...thisProcess() }));
  renameSync(prepared, file);
}

/** Gives a data folder free again, unless it is another's. */
export function releaseDataFolder(dataFolder: string): void {
  const owner = findEngineRecord(dataFolder);
  if (owner === undefined || isOwn(owner)) rmSync(recordFile(dataFolder), { force: true });
}

function refuseIfLive(dataFolder: string, running: EngineRecord | undefined): void {
  if (running === undefined) return;
  const where = running.address ? ` at ${running.address}` : '';
  throw new Refusal(`${dataFolder} is in use${where} by process ${running.pid}: stop that one first.`);
}

function readLiveRecord(file: string): EngineRecord | undefined {
  let record: EngineRecord;
  try {
    record = EngineRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
  const start = findProcessStart(record.pid);
  // Where either side could not tell, the living process is taken for the owner: nobody's data is at risk then.
  const isOwner = start === record.processStart || [start, record.processStart].includes('unknown');
  return start !== undefined && isOwner ? record : undefined;
}

function isOwn({ pid, processStart }: EngineRecord): boolean {
  const own = thisProcess();
  return pid === own.pid && processStart === own.processStart;
}

/** False where there is something under the new name already. */
const link = (from: string, to: string): boolean => succeeds(() => linkSync(from, to), 'EEXIST');

/** False where there is nothing under the old name any more. */
const rename = (from: string, to: string): boolean => succeeds(() => renameSync(from, to), 'ENOENT');

function succeeds(act: () => void, failure: 'EEXIST' | 'ENOENT'): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== failure) throw error;
    return false;
  }
}
