import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { DomainError } from '../../../shared/api/problem.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import type { Sheet } from '../../import/sheet.ts';
import { codeOf } from '../console/error-code.ts';
import { csvSheet } from './csv-sheet.ts';
import { geojsonSheet } from './geojson-sheet.ts';
import { xlsxSheet } from './xlsx-sheet.ts';

/** The file is kept in memory, so that every walk through it sees the same bytes. */
const MOST_MEGABYTES = 64;

const FORMATS: Record<string, 'CSV' | 'XLSX' | 'GeoJSON'> = {
  '.csv': 'CSV',
  '.tsv': 'CSV',
  '.txt': 'CSV',
  '.xlsx': 'XLSX',
  '.geojson': 'GeoJSON',
  '.json': 'GeoJSON',
};

/** Opens a file by what is in it; an extension that says something else is noted. */
export const openSheet = async (file: string, say: Sentences): Promise<Sheet> => {
  const refuse = (sentence: string) => new DomainError('invalid_request', sentence);
  const found = await stat(file).catch(() => undefined);
  if (!found) throw refuse(say.noSuchFile(file));
  if (found.isDirectory()) throw refuse(say.isFolder(file));
  // A pipe or a device has no size and perhaps no end.
  if (!found.isFile()) throw refuse(say.notAFile(file));
  const megabytes = Math.ceil(found.size / 1024 / 1024);
  if (megabytes > MOST_MEGABYTES) throw refuse(say.fileTooLarge(megabytes, MOST_MEGABYTES));
  const extension = extname(file).toLowerCase();
  const expected = FORMATS[extension];
  const bytes = await readFile(file).catch((error: unknown) => {
    throw refuse(say.cannotOpen(file, codeOf(error)));
  });
  if (bytes.length === 0) throw refuse(say.emptyFile());
  // The first bytes of an old Excel file, a compound document.
  if (bytes.toString('hex', 0, 4) === 'd0cf11e0' || extension === '.xls') throw refuse(say.oldExcel());
  if (!expected) throw refuse(say.unknownFormat(extension));

  const format = formatOf(bytes);
  const sheet =
    format === 'XLSX'
      ? await xlsxSheet(bytes, say)
      : format === 'GeoJSON'
        ? geojsonSheet(bytes, say)
        : expected === 'CSV'
          ? csvSheet(bytes, say)
          : undefined;
  if (!sheet) throw refuse(expected === 'XLSX' ? say.notAWorkbook() : say.notGeojson());
  return format === expected
    ? sheet
    : { ...sheet, notes: [say.otherFormat(extension, format), ...sheet.notes] };
};

const formatOf = (bytes: Buffer): 'CSV' | 'XLSX' | 'GeoJSON' => {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'XLSX';
  const start = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('{') ? 'GeoJSON' : 'CSV';
};
