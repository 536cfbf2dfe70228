import { DomainError } from '../../../shared/api/problem.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import { MOST_COLUMNS } from '../../import/sheet.ts';

/** As many as Excel has. */
const MOST_ROWS = 1_048_576;
/** Rows times columns: the reader makes every cell up to the last, empty ones too. */
const MOST_CELLS = 5_000_000;

/** Bytes between two tags, or of one comment: a cell holds 32,767 characters, and the reader takes square time. */
const LONGEST_PIECE = 1024 * 1024;
const [LESS_THAN, BANG, QUESTION] = [0x3c, 0x21, 0x3f];

/** The index of a column from its letters: A is 0. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * Looks at the addresses in a sheet before its cells are made, wherever in the markup they stand.
 * @throws DomainError where they reach too far.
 */
export const refuseFarCells = (markup: string, say: Sentences): void => {
  let rows = 0;
  let columns = 0;
  for (const [, address = ''] of markup.matchAll(/\br\s*=\s*["']([^"'<>]*)["']/g)) {
    // An address written with character references is read by the reader and not by us.
    if (address.includes('&')) throw tooFar(address, say);
    const [, letters, digits] = /^\s*([A-Za-z]*)(\d+)\s*$/.exec(address) ?? [];
    if (letters === undefined) continue;
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters.toUpperCase()) + 1);
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS) throw tooFar(address, say);
  }
};

const tooFar = (address: string, say: Sentences) =>
  new DomainError('invalid_request', say.sheetTooFar(address.slice(0, 30)));

/** Whether XML holds a comment, a section, a tag or a text between two tags that no office program writes. */
export const hasUnusualPiece = (xml: Uint8Array): boolean => {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  let last = 0;
  let close = -1;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LESS_THAN) continue;
    if (at - last > LONGEST_PIECE) return true;
    last = at;
    if (close < at) close = endOf(bytes, '>', at);
    if (close - at > LONGEST_PIECE) return true;
    const end = endOfSection(bytes, at);
    if (end - at > LONGEST_PIECE) return true;
    at = end;
  }
  return bytes.length - last > LONGEST_PIECE;
};

/** Where a comment, a section or an instruction that begins here ends; `at` for an ordinary tag. */
const endOfSection = (bytes: Buffer, at: number): number => {
  const second = bytes[at + 1];
  if (second !== BANG && second !== QUESTION) return at;
  const close = second === QUESTION ? '?>' : bytes.toString('latin1', at + 2, at + 4) === '--' ? '-->' : '>';
  const isData = bytes.toString('latin1', at + 2, at + 9) === '[CDATA[';
  return endOf(bytes, isData ? ']]>' : close, at + 2);
};

const endOf = (bytes: Buffer, mark: string, from: number): number => {
  const end = bytes.indexOf(mark, from);
  return end < 0 ? bytes.length : end;
};
