import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { DomainError } from '../../shared/api/problem.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { saveSubdistrict } from '../store/save-subdistrict.ts';
import { listSubdistrictCodes } from '../store/subdistricts.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { runReported } from './console/run-reported.ts';
import { importPlaces } from './import/import-places.ts';
import { sentencesZh } from './import/sentences-zh.ts';

/** Where the demo data lies, seen from the project's folder. */
const DEFAULT_FOLDER = 'infra/local/seed/huayang';

/**
 * Fills a table that knows no subdistrict: with the one of `subdistrict.json`, and with the places of
 * `places.csv` by the way every import goes. `args[0]` may name another folder. Answers the exit code.
 */
export const run = ([folder = DEFAULT_FOLDER]: string[], io: CommandIo): Promise<number> => {
  const { complain } = lineWriters(io);
  return runReported(complain, async () => {
    if ((await listSubdistrictCodes()).length > 0) return 0;
    const subdistrict = Subdistrict.parse(
      JSON.parse(await readFile(join(folder, 'subdistrict.json'), 'utf8')),
    );
    await saveSubdistrict(subdistrict);
    const heard: string[] = [];
    const options = {
      file: join(folder, 'places.csv'),
      subdistrict: subdistrict.code,
      crs: 'wgs84' as const,
      source: undefined,
      illustrative: false,
      isDryRun: false,
      skipsInvalid: false,
      report: undefined,
    };
    const code = await importPlaces(options, {
      say: sentencesZh,
      print: (line) => heard.push(line),
      saveReport: async () => {},
      now: () => new Date().toISOString(),
      newId: () => ulid(),
      elapsed: () => performance.now(),
    });
    // A seed that works has nothing to say; one that does not shows the whole report.
    if (code !== 0) throw new DomainError('invalid_request', heard.join('\n'));
    return code;
  });
};
