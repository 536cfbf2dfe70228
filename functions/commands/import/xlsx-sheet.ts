import { readSheet } from 'read-excel-file/node';
import { DomainError } from '../../../shared/api/problem.ts';
import type { Sentences } from './sentences-zh.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { zipParts } from './zip-parts.ts';

/** A street office's workbook is a few hundred kilobytes; what inflates beyond this is no list of places. */
const MOST_INFLATED_BYTES = 64 * 1024 * 1024;

/** The first sheet of an Excel workbook. Merged cells are filled downwards, as they look. */
export const xlsxSheet = async (bytes: Buffer, say: Sentences): Promise<Sheet> => {
  const markup = sheetMarkup(bytes, say);
  const data = await readSheet(bytes).catch(() => {
    throw new DomainError('invalid_request', say.notAWorkbook());
  });
  const cells = data.map((row) => row.map(textOf));
  const merged = [...markup.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left, top, right, bottom]) =>
      [columnOf(left as string), Number(top), columnOf(right as string), Number(bottom)] as const,
  );
  for (const [left, top, right, bottom] of merged) {
    // A title across the page is not a value of every column.
    if (right === left)
      for (let row = top; row < bottom; row++) fill(cells, row, left, cells[top - 1]?.[left] ?? '');
  }
  const empty = formulasWithoutValue(markup);
  return {
    notes: [
      ...(merged.length > 0 ? [say.mergedCells(merged.length)] : []),
      ...(empty.length > 0 ? [say.formulasWithoutValue(empty.slice(0, 5).join(', '), empty.length)] : []),
    ],
    rows: async function* (): AsyncGenerator<SheetRow> {
      for (const [index, row] of cells.entries()) yield { line: index + 1, cells: row };
    },
  };
};

/** The XML of the first sheet; also the proof that the workbook is one and does not inflate without end. */
const sheetMarkup = (bytes: Buffer, say: Sentences): string => {
  const sheets = new Map<string, string>();
  try {
    for (const { name, bytes: part } of zipParts(bytes, MOST_INFLATED_BYTES)) {
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) sheets.set(name, Buffer.from(part).toString('utf8'));
    }
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new DomainError(
      'invalid_request',
      isTooLarge ? say.workbookTooLarge(MOST_INFLATED_BYTES / 1024 / 1024) : say.notAWorkbook(),
    );
  }
  const first = [...sheets.keys()].sort((a, b) => a.length - b.length || a.localeCompare(b))[0];
  if (first === undefined) throw new DomainError('invalid_request', say.notAWorkbook());
  return sheets.get(first) ?? '';
};

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return String(value).trim();
};

/** Addresses of formula cells that nobody ever calculated: they read as empty. */
const formulasWithoutValue = (markup: string): string[] =>
  [
    ...markup.matchAll(
      /<c [^>]*?r="([A-Z]+\d+)"[^>]*><f[^>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g,
    ),
  ].map(([, address]) => address as string);

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const fill = (cells: string[][], row: number, column: number, value: string): void => {
  const line = cells[row];
  if (line) line[column] = value;
};
