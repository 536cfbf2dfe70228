import type { FileRow } from '../../table-file/row.ts';

/** Rows of one call, and what its body may measure: the API takes a hundred rows and a megabyte. */
const MOST_ROWS = 100;
const MOST_LETTERS = 200_000;

/** Rows in pieces that one call can carry, in their order. */
export function chunksOf(rows: readonly FileRow[]): FileRow[][] {
  const chunks: FileRow[][] = [];
  let letters = 0;
  for (const row of rows) {
    const length = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const chunk = chunks.at(-1);
    if (!chunk || chunk.length === MOST_ROWS || letters + length > MOST_LETTERS) {
      chunks.push([row]);
      letters = length;
    } else {
      chunk.push(row);
      letters += length;
    }
  }
  return chunks;
}

/** The row that most likely holds the names of the columns: above it stand titles of a cell or two. */
export const likelyHeader = (rows: readonly FileRow[]): number => {
  const filled = rows.slice(0, 10).map(({ cells }) => cells.filter((cell) => cell !== '').length);
  return Math.max(
    0,
    filled.findIndex((count) => count >= Math.max(...filled) / 2),
  );
};
