import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../functions/commands/import.ts';
import { listPlacesOfSubdistrict } from '../../functions/store/places.ts';
import { saveSubdistrict } from '../../functions/store/save-subdistrict.ts';
import type { Place } from '../../shared/place/place.ts';
import { sampleSubdistrict } from './sample-subdistrict.ts';

export type ImportRun = { code: number; said: string; complained: string };

/** A folder for files, a table with one subdistrict, and the import command run as an operator runs it. */
export const importHarness = () => {
  let folder = '';
  let numberOfFiles = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nuanxin-import-'));
    await saveSubdistrict(sampleSubdistrict());
  });
  afterAll(() => rm(folder, { recursive: true }));

  const runImport = async (...args: string[]): Promise<ImportRun> => {
    const heard = { stdout: '', stderr: '' };
    const code = await run(args, {
      stdout: { write: (text) => (heard.stdout += text) },
      stderr: { write: (text) => (heard.stderr += text) },
    });
    return { code, said: heard.stdout, complained: heard.stderr };
  };

  return {
    runImport,
    path: (name: string) => join(folder, name),
    readText: (name: string) => readFile(join(folder, name), 'utf8'),

    /** Writes a file and imports it as WGS-84 into the sample subdistrict, with the English report. */
    importFile: async (
      content: string | Uint8Array,
      extension = 'csv',
      ...args: string[]
    ): Promise<ImportRun> => {
      numberOfFiles += 1;
      const file = join(folder, `file-${numberOfFiles}.${extension}`);
      await writeFile(file, content);
      return runImport(file, '--subdistrict', '310105001', '--crs', 'wgs84', '--lang', 'en', ...args);
    },

    listPublished: async (): Promise<Place[]> =>
      (await listPlacesOfSubdistrict('310105001', 'published', undefined)).places,
  };
};
