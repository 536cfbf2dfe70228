/**
 * One row of a file as text cells, neutralised against formulas as a CSV export is (`plainCell` takes that away).
 * `line` is where it stands: a line of CSV, a row of Excel, a feature's number.
 */
export type SheetRow = {
  line: number;
  cells: readonly string[];
  /** Cells that hold something of which no text can be made; their text is empty. */
  unreadable?: ReadonlySet<number>;
};

/** A table of places has some dozens of columns, the export of a map a few hundred. */
export const MOST_COLUMNS = 1000;

/** A file of rows, whatever its format. `rows` may be walked several times and always tells the same. */
export type Sheet = {
  rows: () => AsyncIterable<SheetRow>;
  /** What a reader should know about the file itself, ready to print. */
  notes: readonly string[];
};

/** The header found and the rows below it. */
export type Table = { header: SheetRow; rows: () => AsyncIterable<SheetRow> };

/** Above the header stand titles and remarks, but not whole pages. */
const MOST_LINES_ABOVE_HEADER = 10;

export const isBlank = ({ cells, unreadable }: SheetRow): boolean =>
  cells.every((cell) => cell.trim() === '') && (unreadable === undefined || unreadable.size === 0);

/**
 * Finds the header: the first of the first ten rows in which two names are known, or else the first row with
 * text. Undefined for a file without text. Blank rows are no rows.
 */
export const tableOf = async (
  sheet: Sheet,
  isKnownName: (name: string) => boolean,
): Promise<Table | undefined> => {
  let header: SheetRow | undefined;
  let seen = 0;
  for await (const row of sheet.rows()) {
    if (isBlank(row)) continue;
    header ??= row;
    if (row.cells.filter(isKnownName).length >= 2) {
      header = row;
      break;
    }
    seen += 1;
    if (seen === MOST_LINES_ABOVE_HEADER) break;
  }
  if (!header) return undefined;
  const { line } = header;
  return {
    header,
    rows: async function* () {
      for await (const row of sheet.rows()) if (row.line > line && !isBlank(row)) yield row;
    },
  };
};
