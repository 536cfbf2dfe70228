import { readSheet } from 'read-excel-file/node';
import { DomainError } from '../../../shared/api/problem.ts';
import { neutralCell } from '../../../shared/place/csv.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import type { Sheet, SheetRow } from '../../import/sheet.ts';
import { hasUnusualPiece, refuseFarCells } from './xlsx-limits.ts';
import { fillMerged, mergedRanges } from './xlsx-merged.ts';
import { zipParts } from './zip-parts.ts';

/** A street office's workbook is a few hundred kilobytes; what inflates beyond this is no list of places. */
const MOST_INFLATED_BYTES = 64 * 1024 * 1024;

const EMPTY_ROW: string[] = [];

/** The first sheet of an Excel workbook. Merged cells are filled downwards, as they look. */
export const xlsxSheet = async (bytes: Buffer, say: Sentences): Promise<Sheet> => {
  const markup = sheetMarkup(bytes, say);
  refuseFarCells(markup, say);
  const data = await readSheet(bytes).catch(() => {
    throw new DomainError('invalid_request', say.notAWorkbook());
  });
  for (const [index, row] of data.entries()) {
    // A stray cell far below brings a million empty rows: they share one.
    data[index] = row.every((value) => value === null) ? EMPTY_ROW : row.map(textOf);
  }
  const cells = data as string[][];
  const merged = mergedRanges(markup, say);
  fillMerged(cells, merged, say);
  const empty = formulasWithoutValue(markup);
  return {
    notes: [
      ...(merged.length > 0 ? [say.mergedCells(merged.length)] : []),
      ...(empty.length > 0 ? [say.formulasWithoutValue(empty.slice(0, 5).join(', '), empty.length)] : []),
    ],
    rows: async function* (): AsyncGenerator<SheetRow> {
      for (const [index, row] of cells.entries()) yield { line: index + 1, cells: row.map(neutralCell) };
    },
  };
};

/** The XML of the first sheet; also the proof that the workbook is one and does not inflate without end. */
const sheetMarkup = (bytes: Buffer, say: Sentences): string => {
  const parts = new Map<string, string>();
  try {
    for (const { name, bytes: part } of zipParts(bytes, MOST_INFLATED_BYTES)) {
      if (/\.(?:xml|rels)$/i.test(name) && hasUnusualPiece(part))
        throw new DomainError('invalid_request', say.workbookUnusual());
      if (/^xl\/(?:worksheets\/[^/]+\.xml|workbook\.xml|_rels\/workbook\.xml\.rels)$/.test(name)) {
        parts.set(name, Buffer.from(part).toString('utf8'));
      }
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const isTooLarge = error instanceof RangeError;
    throw new DomainError(
      'invalid_request',
      isTooLarge ? say.workbookTooLarge(MOST_INFLATED_BYTES / 1024 / 1024) : say.notAWorkbook(),
    );
  }
  const first = parts.get(pathOfFirstTab(parts));
  if (first === undefined) throw new DomainError('invalid_request', say.notAWorkbook());
  return first;
};

/** Where the first tab lies: the workbook names its tabs in order, its relations say in which file each is. */
const pathOfFirstTab = (parts: ReadonlyMap<string, string>): string => {
  const [tab = ''] = /<(?:\w+:)?sheet\s[^<>]*>/.exec(parts.get('xl/workbook.xml') ?? '') ?? [];
  const id = attribute(tab, '\\w+:id');
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.match(/<(?:\w+:)?Relationship\s[^<>]*>/g) ?? [];
  const target = attribute(relations.find((relation) => attribute(relation, 'Id') === id) ?? '', 'Target');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
};

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  // The library tells the digits of the cell as if they were UTC; Excel knows no zone, so none is written.
  if (value instanceof Date) return new Date(wholeSeconds(value)).toISOString().slice(0, 19);
  return String(value).trim();
};

/** Excel counts in fractions of a day: 14:30 may come as 14:29:59.999. */
const wholeSeconds = (date: Date): number => Math.round(date.getTime() / 1000) * 1000;

/** Addresses of formula cells that nobody ever calculated: they read as empty. */
const formulasWithoutValue = (markup: string): string[] =>
  [...markup.matchAll(/(<c\s[^<>]*)><f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g)].map(
    ([, tag]) => attribute(tag as string, 'r'),
  );
