import { DomainError } from '../../shared/api/problem.ts';

/** Writes where a page ended so that nobody is tempted to read it. */
export const writeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Reads a cursor whose parts have these shapes. Throws `invalid_cursor`. */
export const readCursor = (text: string | undefined, shapes: readonly RegExp[]): string[] | undefined => {
  if (text === undefined) return undefined;
  const parts = partsOf(text);
  const isOurs =
    parts?.length === shapes.length &&
    shapes.every((shape, index) => shape.test(parts[index] ?? '')) &&
    writeCursor(parts) === text;
  if (!isOurs) throw new DomainError('invalid_cursor', 'query cursor: not one that this list answered');
  return parts;
};

const partsOf = (text: string): string[] | undefined => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : undefined;
  } catch {
    return undefined;
  }
};
