import { ulid } from 'ulid';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { runReported } from './console/run-reported.ts';
import { readImportOptions } from './import/import-options.ts';
import { importPlaces } from './import/import-places.ts';
import { reportFile } from './import/report-file.ts';
import { writeTemplate } from './import/write-template.ts';

/** `npm run import -- FILE --subdistrict CODE --crs CRS`: places from a table into the map. Answers the exit code. */
export const run = (args: string[], io: CommandIo): Promise<number> => {
  const { print, complain } = lineWriters(io);
  return runReported(complain, async () => {
    const read = readImportOptions(args);
    const { say } = read;
    if ('usage' in read) {
      print(read.usage);
      return 0;
    }
    if ('template' in read) {
      print(await writeTemplate(read.template, say));
      return 0;
    }
    const { file, report } = read.options;
    return importPlaces(read.options, {
      say,
      print,
      saveReport: report === undefined ? async () => {} : await reportFile(report, file, say),
      now: () => new Date().toISOString(),
      newId: () => ulid(),
      elapsed: () => performance.now(),
    });
  });
};
