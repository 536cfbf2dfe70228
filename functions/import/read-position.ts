import { isInChina } from '../../shared/geo/china.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Sentences } from './sentences-zh.ts';

type PositionCells = { lng: string; lat: string } | { both: string };
type ReadPosition = { value: Position } | { reason: string; column: 'lng' | 'lat' };

/** Two decimal degrees, in two cells or in one (`121.41,31.22`). Swapped ones are named, never turned silently. */
export const readPosition = (cells: PositionCells, say: Sentences): ReadPosition => {
  const [lng, lat] =
    'both' in cells
      ? (cells.both
          .replace(/[[\]()（）]/g, '')
          .match(/^\s*([^,，;\s]+)\s*[,，;\s]\s*([^,，;\s]+)\s*$/)
          ?.slice(1) ?? [])
      : [cells.lng, cells.lat];
  if ('both' in cells && lng === undefined) {
    return { reason: cells.both.trim() === '' ? say.required() : say.notTwoNumbers(), column: 'lng' };
  }
  const position = [degreesOf(lng), degreesOf(lat)] as const;
  for (const [index, column] of (['lng', 'lat'] as const).entries()) {
    const value = position[index];
    if (value === undefined) return { reason: say.required(), column };
    if (Number.isNaN(value)) return { reason: say.notDegrees(), column };
  }
  const [x, y] = position as Position;
  if (!isInChina([x, y])) {
    if (isInChina([y, x])) return { reason: say.swapped(y, x), column: 'lng' };
    return { reason: say.outsideChina(), column: 'lng' };
  }
  return { value: [x, y] };
};

/** Degrees out of `121.4122`, `121.4122°E` or `东经121.4122`; undefined for an empty cell, NaN for anything else. */
const degreesOf = (cell = ''): number | undefined => {
  const digits = cell
    .normalize('NFKC')
    .replace(/^(?:东经|北纬)|[°度]|[EN]$/gi, '')
    .trim();
  if (digits === '') return undefined;
  return /^[+-]?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
};
