import type { DistanceField } from './distance-field.ts';
import { countBorders, farMiddles } from './far-middles.ts';
import type { Raster } from './raster.ts';
import type { Ring } from './rings.ts';

/**
 * The lines where a field passes a distance, as closed rings with what is further to their left: marching squares
 * over the middles of cells, straight between two middles. Beyond the raster nothing is further: there a ring
 * turns along its edge, half a cell outside of the last middles and no more. A cell from which the way is not
 * known is not further either.
 */
export const contourOf = ({ meters }: DistanceField, raster: Raster, distance: number): Ring[] => {
  const { width, height, west, south, cellMeters } = raster;
  const far = farMiddles(meters, raster, distance);
  const { words, bits } = far;
  const count = countBorders(far);
  // Vertices in metres of the plane, and for each the one that follows it.
  const places = new Float64Array(2 * count);
  const next = new Int32Array(count);
  let size = 0;
  // The vertices on the horizontal sides below and above the row of squares at hand.
  let below = new Int32Array(width + 1);
  let above = new Int32Array(width + 1);
  const sides = new Int32Array(4);

  /** Adds the vertex between two neighbouring middles, given as columns and rows; -1 and the size lie outside. */
  const vertex = (column: number, row: number, toColumn: number, toRow: number): number => {
    let part = 0.5;
    if (column >= 0 && row >= 0 && toColumn < width && toRow < height) {
      const a = meters[row * width + column] as number;
      const b = meters[toRow * width + toColumn] as number;
      const between = (distance - a) / (b - a);
      // Infinity and NaN leave the middle; exactly on a corner two lines could touch.
      if (between >= 0 && between <= 1) part = Math.min(1 - 1e-6, Math.max(1e-6, between));
    }
    places[2 * size] = west + (column + (toColumn - column) * part + 0.5) * cellMeters;
    places[2 * size + 1] = south + (row + (toRow - row) * part + 0.5) * cellMeters;
    return size++;
  };

  for (let row = -1; row < height; row++) {
    const lower = (row + 1) * words;
    let southWest = 0;
    let northWest = 0;
    for (let word = 0; word < words; word++) {
      // A bit stands for a square here: at its place its eastern corners, and shifted by one its western ones.
      const southEast = bits[lower + word] as number;
      const northEast = bits[lower + words + word] as number;
      southWest = (southEast << 1) | (southWest >>> 31);
      northWest = (northEast << 1) | (northWest >>> 31);
      let cut = (southEast ^ southWest) | (northEast ^ northWest) | (southEast ^ northEast);
      for (; cut !== 0; cut &= cut - 1) {
        const bit = 31 - Math.clz32(cut & -cut);
        const column = word * 32 + bit - 1;
        const code =
          ((southWest >>> bit) & 1) |
          (((southEast >>> bit) & 1) << 1) |
          (((northEast >>> bit) & 1) << 2) |
          (((northWest >>> bit) & 1) << 3);
        // Where a line passes to the left or below, the square there was the one before, or in the row before.
        sides[LEFT] = sides[RIGHT] as number;
        sides[BOTTOM] = below[column + 1] as number;
        if (((code >> 1) ^ (code >> 2)) & 1) sides[RIGHT] = vertex(column + 1, row, column + 1, row + 1);
        if (((code >> 2) ^ (code >> 3)) & 1) {
          sides[TOP] = vertex(column, row + 1, column + 1, row + 1);
          above[column + 1] = sides[TOP] as number;
        }
        const lines =
          code === 5 || code === 10
            ? linesOfSaddle(code, isMiddleFar(meters, width, column, row, distance))
            : (LINES[code] as readonly number[]);
        for (let at = 0; at < lines.length; at += 2)
          next[sides[lines[at] as number] as number] = sides[lines[at + 1] as number] as number;
      }
      southWest = southEast;
      northWest = northEast;
    }
    [below, above] = [above, below];
  }
  return closedLines(places, next);
};

/** Sides of a square. */
const BOTTOM = 0;
const RIGHT = 1;
const TOP = 2;
const LEFT = 3;

/**
 * From which side to which a line runs so that the far corners lie to its left. By the far corners: south-west 1,
 * south-east 2, north-east 4, north-west 8. Codes 5 and 10 stand for far corners that are joined in the middle.
 */
const LINES: readonly (readonly number[])[] = [
  [],
  [BOTTOM, LEFT],
  [RIGHT, BOTTOM],
  [RIGHT, LEFT],
  [TOP, RIGHT],
  [BOTTOM, RIGHT, TOP, LEFT],
  [TOP, BOTTOM],
  [TOP, LEFT],
  [LEFT, TOP],
  [BOTTOM, TOP],
  [LEFT, BOTTOM, RIGHT, TOP],
  [RIGHT, TOP],
  [LEFT, RIGHT],
  [BOTTOM, RIGHT],
  [LEFT, BOTTOM],
  [],
];

const linesOfSaddle = (code: number, isJoined: boolean): readonly number[] => {
  if (isJoined) return LINES[code] as readonly number[];
  return code === 5 ? [BOTTOM, LEFT, TOP, RIGHT] : [RIGHT, BOTTOM, LEFT, TOP];
};

/** Two far corners opposite each other belong together where the mean of all four is far. */
const isMiddleFar = (
  meters: Float32Array,
  width: number,
  column: number,
  row: number,
  distance: number,
): boolean => {
  const at = row * width + column;
  const sum =
    (meters[at] as number) +
    (meters[at + 1] as number) +
    (meters[at + width] as number) +
    (meters[at + width + 1] as number);
  return sum > 4 * distance;
};

/** Every closed line of vertices, as rings; all of them lie in one buffer. */
const closedLines = (places: Float64Array, next: Int32Array): Ring[] => {
  const seen = new Uint8Array(next.length);
  const corners = new Float64Array(places.length);
  const rings: Ring[] = [];
  let end = 0;
  for (let first = 0; first < next.length; first++) {
    if (seen[first] === 1) continue;
    const begin = end;
    for (let at = first; seen[at] === 0; at = next[at] as number) {
      seen[at] = 1;
      corners[end++] = places[2 * at] as number;
      corners[end++] = places[2 * at + 1] as number;
    }
    rings.push(corners.subarray(begin, end));
  }
  return rings;
};
