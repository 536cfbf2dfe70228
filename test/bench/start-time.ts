import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startScript, untilReady } from '../support/started.ts';
import type { Row, Section } from './rows.ts';

/** `npm start` until it says that it is ready, its build included: on no data, then on the data of the first. */
export const startTime = async (): Promise<Section[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-bench-start-'));
  const rows: Row[] = [];
  try {
    for (const what of ['fresh data', 'existing data']) {
      const begun = performance.now();
      const started = startScript('infra/local/start.ts', [], {
        NUANXIN_DATA: folder,
        NUANXIN_BUILT: '',
        // What other sections set for themselves: a start brings its own engine and table.
        DYNAMODB_ENDPOINT: '',
        TABLE_NAME: '',
        PORT: String(await freePort()),
      });
      await untilReady(started);
      const value = (performance.now() - begun) / 1000;
      rows.push({ what: `ready on ${what}`, value, unit: 's', most: 15 });
      const memory = residentMegabytes(started.child.pid);
      if (memory !== undefined)
        rows.push({ what: `memory of its process, ${what}`, value: memory, unit: 'MB' });
      started.child.kill('SIGTERM');
      await started.ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const note =
    'The process bundles, builds the pages and serves: its memory right after the build is not yet given back.';
  return [{ title: 'npm start', note, rows }];
};

/** The resident memory of a process, where the system tells it as Linux does. */
const residentMegabytes = (pid: number | undefined): number | undefined => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
};
