import { DomainError } from '../../shared/api/problem.ts';
import { PlaceId } from '../../shared/place/place.ts';

/** Where a page ended: in which part of what is read (a tile, a state), and after which place. */
export type Cursor = { part: string; after: string };

/** Writes a cursor so that nobody is tempted to read it. */
export const writeCursor = ({ part, after }: Cursor): string =>
  Buffer.from(`${part}|${after}`).toString('base64url');

/** Reads a cursor whose part must be one of `parts`. Throws `invalid_cursor`. */
export const readCursor = (text: string | undefined, parts: readonly string[]): Cursor | undefined => {
  if (text === undefined) return undefined;
  const [part = '', after = ''] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  const isOurs =
    parts.includes(part) && PlaceId.safeParse(after).success && writeCursor({ part, after }) === text;
  if (!isOurs) throw new DomainError('invalid_cursor', 'query cursor: not one that this list answered');
  return { part, after };
};
