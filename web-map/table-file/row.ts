import { MOST_COLUMNS, MOST_LETTERS, MOST_ROWS } from './limits.ts';
import { FileRefusal } from './refusal.ts';

/** A row of a file as text, and where it stands: a line of CSV, a row of Excel, a feature's number. */
export type FileRow = { line: number; cells: string[] };

/**
 * The rows that hold anything, without the empty columns at their end.
 * @throws FileRefusal where there are none, or more than can be sent.
 */
export function heldRows(rows: Iterable<FileRow>): FileRow[] {
  const held: FileRow[] = [];
  for (const { line, cells } of rows) {
    const last = lastHeld(cells);
    if (last < 0) continue;
    if (last >= MOST_COLUMNS) throw new FileRefusal('too_many_columns');
    if (cells.some((cell) => cell.length > MOST_LETTERS)) throw new FileRefusal('cell_too_long');
    if (held.length > MOST_ROWS) throw new FileRefusal('too_many_rows');
    held.push({ line, cells: cells.slice(0, last + 1).map((cell) => cell.trim()) });
  }
  if (held.length < 2) throw new FileRefusal('empty');
  return held;
}

const lastHeld = (cells: readonly string[]): number => {
  let last = cells.length - 1;
  while (last >= 0 && cells[last]?.trim() === '') last -= 1;
  return last;
};
