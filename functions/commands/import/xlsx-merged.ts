import { DomainError } from '../../../shared/api/problem.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import { columnOf } from './xlsx-limits.ts';

/** Columns from 0, rows from 1, both ends included. */
type Range = { left: number; top: number; right: number; bottom: number };

const MOST_RANGES = 10_000;

/** The merged ranges of a sheet. @throws DomainError where there are more than people make. */
export const mergedRanges = (markup: string, say: Sentences): Range[] => {
  const ranges: Range[] = [];
  for (const match of markup.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    if (ranges.length === MOST_RANGES) throw tooMany(say);
    const [left = '', top, right = '', bottom] = match.slice(1);
    ranges.push({ left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) });
  }
  return ranges;
};

/**
 * Fills merged cells downwards with the value they show; a title across the page is not a value of every column.
 * @throws DomainError where ranges overlap so much that they hold more cells than the sheet.
 */
export const fillMerged = (cells: string[][], ranges: readonly Range[], say: Sentences): void => {
  let left = cells.reduce((sum, row) => sum + row.length + 1, 0);
  for (const { left: column, top, right, bottom } of ranges) {
    const value = cells[top - 1]?.[column];
    if (right !== column || value === undefined) continue;
    for (let row = top; row < Math.min(bottom, cells.length); row++) {
      left -= 1;
      if (left < 0) throw tooMany(say);
      const line = cells[row];
      if (line && column < line.length) line[column] = value;
    }
  }
};

const tooMany = (say: Sentences) => new DomainError('invalid_request', say.tooManyMerged(MOST_RANGES));
