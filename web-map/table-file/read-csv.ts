import { parse } from 'csv-parse/browser/esm/sync';
import { readText } from './read-text.ts';
import { FileRefusal } from './refusal.ts';
import type { FileRow } from './row.ts';

const DELIMITERS = [',', ';', '\t', '，', '；'];

type Parsed = { record: string[]; info: { lines: number; empty_lines: number } };

/** CSV as people save it: comma, semicolon or tab, quoted or not. @throws FileRefusal `broken_csv`. */
export function readCsv(bytes: Uint8Array): FileRow[] {
  const text = readText(bytes).replace(/\r\n?/g, '\n');
  let before = 0;
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as Parsed[];
    return parsed.map(({ record, info }) => {
      // A quoted cell may hold line breaks: the row is named by the line it begins on.
      const line = before + 1;
      before = info.lines;
      return { line, cells: record };
    });
  } catch {
    throw new FileRefusal('broken_csv');
  }
}

/** The delimiter that stands most often in the first lines, outside quotes. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 4096).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
};
