/** A cell that begins like this, full-width too, is run as a formula by Excel and its kin; an apostrophe in front keeps it text. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** Text that a spreadsheet will show and not run. `plainCell` takes the apostrophe away again. */
export const neutralCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that `neutralCell` was given. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

/** One line of CSV (RFC 4180, ended by CRLF), its cells neutralised against formulas. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (text: string): string => {
  const cell = neutralCell(text);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};
