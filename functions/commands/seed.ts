import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import { DomainError } from '../../shared/api/problem.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { sentencesZh } from '../import/sentences-zh.ts';
import { saveSubdistrict } from '../store/save-subdistrict.ts';
import { isSeedBegun, markSeedBegun, markSeedDone } from '../store/seed-mark.ts';
import { findSubdistrict, listSubdistrictCodes } from '../store/subdistricts.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { runReported } from './console/run-reported.ts';
import { importPlaces } from './import/import-places.ts';
import { seedAreas } from './seed/seed-areas.ts';
import { seedBuildings } from './seed/seed-buildings.ts';
import { seedNetwork } from './seed/seed-network.ts';

/** Where the demo data lies, seen from the project's folder. */
const DEFAULT_FOLDER = 'infra/local/seed/huayang';

/**
 * Fills a table that knows no subdistrict: with the one of `subdistrict.json`, with the places of `places.csv` and,
 * where there are any, the areas and people of `areas.json`, the homes of `buildings.json` and the streets of
 * `streets.osm`, by the way every import goes. A seed that was cut off is finished at the next run: it adds what is
 * missing and changes nothing. What an operator wrote is never touched. `args[0]` may name another folder. Answers the
 * exit code.
 */
export const run = ([folder = DEFAULT_FOLDER]: string[], io: CommandIo): Promise<number> => {
  const { complain } = lineWriters(io);
  return runReported(complain, async () => {
    const subdistrict = Subdistrict.parse(
      JSON.parse(await readFile(join(folder, 'subdistrict.json'), 'utf8')),
    );
    const isEmpty = (await listSubdistrictCodes()).length === 0;
    if (!isEmpty && !(await isLeftUnfinished(subdistrict))) return 0;
    if (isEmpty) {
      await markSeedBegun();
      await saveSubdistrict(subdistrict);
    }
    const heard: string[] = [];
    const options = {
      file: join(folder, 'places.csv'),
      subdistrict: subdistrict.code,
      crs: 'wgs84' as const,
      source: undefined,
      illustrative: false,
      keepsExisting: true,
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
    const at = new Date().toISOString();
    await seedAreas(join(folder, 'areas.json'), subdistrict, at);
    await seedBuildings(join(folder, 'buildings.json'), subdistrict, at);
    await seedNetwork(join(folder, 'streets.osm'), subdistrict, at);
    await markSeedDone();
    return code;
  });
};

/** The mark says that a seed began, the subdistrict that it was this one and nobody has redrawn it since. */
const isLeftUnfinished = async (subdistrict: Subdistrict): Promise<boolean> =>
  (await isSeedBegun()) && isDeepStrictEqual(await findSubdistrict(subdistrict.code), subdistrict);
