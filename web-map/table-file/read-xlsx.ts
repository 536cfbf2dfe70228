import { readSheet } from 'read-excel-file/universal';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { FileRefusal } from './refusal.ts';
import type { FileRow } from './row.ts';
import { type Part, pack, unpack } from './unpack.ts';

/** How far beyond the limits a stray cell may stand: every cell up to the last one is made. */
const SLACK = 10;

/** The first sheet of an Excel workbook. @throws FileRefusal. */
export async function readXlsx(bytes: Uint8Array): Promise<FileRow[]> {
  const parts = await unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  for (const part of parts) refuseFarCells(part);
  const rows = await readSheet(pack(parts)).catch(() => {
    throw new FileRefusal('broken_workbook');
  });
  return rows.map((row, index) => ({ line: index + 1, cells: row.map(textOf) }));
}

function refuseFarCells({ name, bytes }: Part): void {
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return;
  for (const [, letters = '', digits] of new TextDecoder()
    .decode(bytes)
    .matchAll(/\br\s*=\s*["']\s*([A-Za-z]*)(\d+)\s*["']/g)) {
    if (Number(digits) > MOST_ROWS * SLACK) throw new FileRefusal('too_many_rows');
    if (columnOf(letters) > MOST_COLUMNS * SLACK) throw new FileRefusal('too_many_columns');
  }
}

/** A is 1. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  // The digits of the cell are told as if they were UTC; Excel knows no zone, so none is written.
  if (value instanceof Date)
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19);
  return String(value);
};
