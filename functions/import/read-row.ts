import { isInChina } from '../../shared/geo/china.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import type { Crs, Position } from '../../shared/geo/position.ts';
import { plainCell } from '../../shared/place/csv.ts';
import { kindOf } from '../../shared/place/kind.ts';
import { hasHiddenCharacters, hasPiledMarks } from '../../shared/place/plain-characters.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import type { Finding } from './finding.ts';
import { readCell, readCrsCell, readKindCell } from './read-cells.ts';
import type { InputColumn } from './read-columns.ts';
import { readPosition } from './read-position.ts';
import type { RowValues } from './row-values.ts';
import type { Sentences } from './sentences-zh.ts';
import type { SheetRow } from './sheet.ts';

/** How the rows of one file are to be read. */
export type RowContext = {
  columns: readonly (InputColumn | undefined)[];
  header: readonly string[];
  subdistrict: Subdistrict;
  crs: Crs;
  say: Sentences;
};

/** A row with a name, a category and a position in China. */
export type ReadRow = RowValues & {
  name: string;
  category: NonNullable<RowValues['category']>;
  given: { crs: Crs; position: Position };
  position: Position;
};

/** What holds a list of services or a whole year of opening hours is longer than any other cell. */
const MOST_CHARACTERS = 4000;
const MOST_CHARACTERS_OF_LISTS = 20_000;

/** Why a cell is not even looked into, if so. */
const refusalOf = (
  { cells, unreadable }: SheetRow,
  index: number,
  column: InputColumn,
  say: Sentences,
): string | undefined => {
  const raw = cells[index] ?? '';
  const isList = column === 'services' || column === 'openingHours';
  const most = isList ? MOST_CHARACTERS_OF_LISTS : MOST_CHARACTERS;
  if (unreadable?.has(index)) return say.notStorable();
  if (raw.length > most) return say.tooLong(raw.length, most);
  // An empty cell says nothing; one of signs that show nothing says something that nobody sees.
  if (raw.trim() !== '' && hasHiddenCharacters(raw)) return say.hiddenCharacters();
  if (hasPiledMarks(raw)) return say.piledMarks();
  // A full-width sign of equality is one to some spreadsheets.
  return raw.trim().slice(0, 1).normalize('NFKC').startsWith('=') ? say.formula() : undefined;
};

/** Reads one row: its values, or every reason why it cannot be written. */
export const readRow = (
  sheetRow: SheetRow,
  context: RowContext,
): { values: ReadRow; findings: [] } | { values: undefined; findings: Finding[] } => {
  const { line, cells } = sheetRow;
  const { columns, header, say } = context;
  const findings: Finding[] = [];
  const values: Record<string, unknown> = {};
  const refuse = (index: number, reason: string) =>
    findings.push({
      severity: 'error',
      line,
      column: header[index] ?? '',
      value: (cells[index] ?? '').slice(0, MOST_CHARACTERS),
      reason,
    });
  const at = (column: InputColumn) => columns.indexOf(column);
  const cellOf = (column: InputColumn) => plainCell(cells[at(column)] ?? '');

  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell !== '')) {
    findings.push({ severity: 'error', line, reason: say.ragged(cells.length, header.length) });
  }
  let crs: Crs = context.crs;
  for (const [index, column] of columns.entries()) {
    if (column === undefined || column === 'ignored') continue;
    const refusal = refusalOf(sheetRow, index, column, say);
    if (refusal !== undefined) {
      refuse(index, refusal);
      continue;
    }
    if (column === 'lng' || column === 'lat' || column === 'coordinates') continue;
    const cell = plainCell((cells[index] ?? '').trim());
    if (column === 'subdistrict') {
      const { code, name } = context.subdistrict;
      if (cell !== '' && cell !== name && !cell.startsWith(code))
        refuse(index, say.otherSubdistrict(name, code));
    } else if (column === 'crs') {
      const read = cell === '' ? { value: crs } : readCrsCell(cell, say);
      if ('value' in read) crs = read.value;
      else refuse(index, read.reason);
    } else if (column === 'kind') {
      const read = cell === '' ? { value: {} } : readKindCell(cell, say);
      if ('reason' in read) refuse(index, read.reason);
      else
        Object.assign(values, {
          ...read.value,
          ...(values.category !== undefined && { category: values.category }),
        });
    } else if (cell === '') {
      // The category may already have come out of the column of kinds.
      if (column !== 'category' || values.category === undefined) values[column] = undefined;
    } else {
      const read = readCell(column, cell, say);
      if ('value' in read) values[column] = read.value;
      else refuse(index, read.reason);
    }
  }
  const row = values as RowValues;

  const isRead = (column: InputColumn) => !findings.some((finding) => finding.column === header[at(column)]);
  if (row.name === undefined && isRead('name')) refuse(at('name'), say.required());
  if (row.category === undefined && isRead('category') && isRead('kind'))
    refuse(at('category') >= 0 ? at('category') : at('kind'), say.categoryRequired());
  if (row.category && row.kind && kindOf(row.category) !== row.kind)
    refuse(at('kind'), say.kindAndCategory(row.kind, row.category));
  if (row.tier && row.category && row.category !== 'nuanxin_nest') refuse(at('tier'), say.tierOfOther());

  const ofPosition = (['coordinates', 'lng', 'lat'] as const).filter((column) => at(column) >= 0);
  if (!ofPosition.every(isRead)) return { values: undefined, findings };
  const read = readPosition(
    at('coordinates') >= 0 ? { both: cellOf('coordinates') } : { lng: cellOf('lng'), lat: cellOf('lat') },
    say,
  );
  if ('reason' in read) refuse(at('coordinates') >= 0 ? at('coordinates') : at(read.column), read.reason);
  else {
    row.given = { crs, position: read.value };
    row.position = convertPosition(read.value, crs, 'wgs84');
    if (!isInChina(row.position))
      refuse(at('coordinates') >= 0 ? at('coordinates') : at('lng'), say.outsideChina());
  }
  return findings.length > 0 ? { values: undefined, findings } : { values: row as ReadRow, findings: [] };
};
