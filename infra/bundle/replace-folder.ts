import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever has just opened the old folder to list it finds all of it. */
const KEEP_OLD_MS = 100;

/**
 * Puts a copy of one folder in the place of another by renaming it, so that whoever lists that one meanwhile
 * finds all the old files or all the new ones; only between two renames is it not there. Several processes may
 * do so at once. `beside` begins the names of folders, on the same disk, that are made and removed on the way.
 */
export async function replaceFolder(source: string, target: string, beside: string): Promise<void> {
  const own = `${beside}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const made = `${own}.new`;
  cpSync(source, made, { recursive: true });
  // Into a folder that is not there nothing can be renamed, however often it is tried.
  mkdirSync(dirname(target), { recursive: true });
  const replaced: string[] = [];
  while (existsSync(made)) {
    const old = `${own}.old-${replaced.length}`;
    replaced.push(old);
    tryRename(target, old);
    tryRename(made, target);
  }
  await sleep(KEEP_OLD_MS);
  for (const old of replaced) rmSync(old, { recursive: true, force: true });
}

/** Does nothing where there is nothing to rename, or where another process has put its own there first. */
function tryRename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
