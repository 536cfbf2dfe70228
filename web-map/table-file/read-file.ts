import { readCsv } from './read-csv.ts';
import { readGeojson } from './read-geojson.ts';
import { readXlsx } from './read-xlsx.ts';
import { FileRefusal } from './refusal.ts';
import { type FileRow, heldRows } from './row.ts';

/** The rows of a file, whatever it is called: what it is shows in its first bytes. @throws FileRefusal. */
export async function readFile(bytes: Uint8Array): Promise<FileRow[]> {
  if (bytes.length === 0) throw new FileRefusal('empty');
  const [first, second] = bytes;
  if (first === 0xd0 && second === 0xcf) throw new FileRefusal('old_excel');
  if (first === 0x50 && second === 0x4b) return heldRows(await readXlsx(bytes));
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\ufeff/, '')
    .trimStart();
  return heldRows(start.startsWith('{') ? readGeojson(bytes) : readCsv(bytes));
}
