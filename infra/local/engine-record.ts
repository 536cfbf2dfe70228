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
  /** What a command finds in its environment to work on this installation. */
  environment: z.record(z.string(), z.string()).optional(),
  /** Where the gateway answers. */
  address: z.string().optional(),
});
export type EngineRecord = z.infer<typeof EngineRecord>;

/** Whoever knows the engine's address can write its data: no other user of the machine may read it. */
const OWN_FILE = { mode: 0o600 };

const recordFile = (dataFolder: string) => join(dataFolder, 'engine.json');

const thisProcess = () => ({ pid: process.pid, processStart: findProcessStart(process.pid) ?? 'unknown' });

/** The record of the installation that runs on a data folder; a stale one, whose owner is dead, is ignored. */
export function findEngineRecord(dataFolder: string): EngineRecord | undefined {
  const found = readRecord(recordFile(dataFolder));
  return typeof found === 'string' ? undefined : found;
}

/** Claims a data folder for this process before its engine starts; refuses while another process has it. */
export function claimDataFolder(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = recordFile(dataFolder);
  const prepared = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  // Written apart and linked whole: nobody ever reads half a record, and only one link can be made.
  writeFileSync(prepared, JSON.stringify(thisProcess()), OWN_FILE);
  try {
    while (!link(prepared, file)) {
      const found = readRecord(file);
      if (found === 'none') continue;
      if (found === 'stale') {
        takeOver(dataFolder, prepared);
        return;
      }
      const where = found.address ? ` at ${found.address}` : '';
      throw new Refusal(`${dataFolder} is in use${where} by process ${found.pid}: stop that one first.`);
    }
  } finally {
    rmSync(prepared, { force: true });
  }
}

/**
 * Puts a prepared record in the place of a stale one. Several may have found it stale: who holds the lock
 * looks again, and nobody without the lock ever replaces a stale record.
 */
function takeOver(dataFolder: string, prepared: string): void {
  const file = recordFile(dataFolder);
  const lock = `${file}.lock`;
  // A lock is held for no longer than this function takes; only a kill in its midst leaves one behind.
  if (readRecord(lock) === 'stale') rmSync(lock, { force: true });
  if (!link(prepared, lock)) throw isBeingStarted(dataFolder);
  try {
    if (readRecord(file) !== 'stale') throw isBeingStarted(dataFolder);
    renameSync(prepared, file);
  } finally {
    rmSync(lock, { force: true });
  }
}

const isBeingStarted = (dataFolder: string) =>
  new Refusal(`${dataFolder} is being started by another process.`);

/** Tells commands how to attach. The folder has been claimed; refuses where it is another's by now. */
export function writeEngineRecord(
  dataFolder: string,
  record: Omit<EngineRecord, 'pid' | 'processStart'>,
): void {
  const owner = findEngineRecord(dataFolder);
  if (owner && !isOwn(owner)) throw isBeingStarted(dataFolder);
  const file = recordFile(dataFolder);
  const prepared = `${file}.${process.pid}`;
  writeFileSync(prepared, JSON.stringify({ ...record, ...thisProcess() }), OWN_FILE);
  renameSync(prepared, file);
}

/** Gives a data folder free again, unless it is another's. */
export function releaseDataFolder(dataFolder: string): void {
  const owner = findEngineRecord(dataFolder);
  if (owner && isOwn(owner)) rmSync(recordFile(dataFolder), { force: true });
}

function readRecord(file: string): EngineRecord | 'none' | 'stale' {
  let record: EngineRecord;
  try {
    record = EngineRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'stale';
  }
  const start = findProcessStart(record.pid);
  // Where either side could not tell, the living process is taken for the owner: nobody's data is at risk then.
  const isOwner = start === record.processStart || [start, record.processStart].includes('unknown');
  return start !== undefined && isOwner ? record : 'stale';
}

function isOwn({ pid, processStart }: EngineRecord): boolean {
  const own = thisProcess();
  return pid === own.pid && processStart === own.processStart;
}

/** False where there is something under the new name already. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
