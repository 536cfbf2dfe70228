import { DomainError } from '../../shared/api/problem.ts';
import { readCursor as readPageCursor, writeCursor as writePageCursor } from '../runtime/page-cursor.ts';

const PLACE_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Where a page ended: in which part of what is read (a tile, a state), and after which place. */
export type Cursor = { part: string; after: string };

export const writeCursor = ({ part, after }: Cursor): string => writePageCursor([part, after]);

/** Reads a cursor whose part must be one of `parts`. Throws `invalid_cursor`. */
export const readCursor = (text: string | undefined, parts: readonly string[]): Cursor | undefined => {
  const [part = '', after = ''] = readPageCursor(text, [/^/, PLACE_ID]) ?? [];
  if (after === '') return undefined;
  if (!parts.includes(part)) throw new DomainError('invalid_cursor', 'query cursor: of another list');
  return { part, after };
};
