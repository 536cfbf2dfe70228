import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '../../../shared/api/problem.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import type { Sheet, SheetRow } from '../../import/sheet.ts';
import { encodingOf, textOfBytes } from './text-of-bytes.ts';

const DELIMITERS = [',', ';', '\t', '，', '；'] as const;

/** CSV as people save it: comma, semicolon or tab, quoted or not, in any of the usual encodings. */
export const csvSheet = (bytes: Uint8Array, say: Sentences): Sheet => {
  const encoding = encodingOf(bytes);
  const delimiter = delimiterOf(bytes, encoding);
  return {
    notes: encoding === 'utf-8' ? [] : [say.encoding(encoding)],
    rows: () => rowsOf(bytes, encoding, delimiter, say),
  };
};

async function* rowsOf(
  bytes: Uint8Array,
  encoding: ReturnType<typeof encodingOf>,
  delimiter: string,
  say: Sentences,
): AsyncGenerator<SheetRow> {
  const parser = parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true });
  Readable.from(withPlainNewlines(textOfBytes(bytes, encoding))).pipe(parser);
  let before = { lines: 0, empty: 0 };
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number; empty_lines: number };
    }>) {
      // A quoted cell may hold line breaks: the row is named by the line it begins on.
      const line = before.lines + (info.empty_lines - before.empty) + 1;
      before = { lines: info.lines, empty: info.empty_lines };
      yield { line, cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError('invalid_request', say.brokenCsv(Number(error.lines ?? before.lines + 1)));
  }
}

/** Files from several hands mix line ends; made one, lines are counted as an editor counts them. */
function* withPlainNewlines(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    const text = held + piece;
    // A carriage return at the end may be the first half of a pair.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

/** The delimiter that stands most often in the first lines, outside quotes. */
const delimiterOf = (bytes: Uint8Array, encoding: ReturnType<typeof encodingOf>): string => {
  const head = [...textOfBytes(bytes.subarray(0, 4096), encoding)].join('').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};
