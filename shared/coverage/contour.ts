import type { DistanceField } from './distance-field.ts';
import type { Raster } from './raster.ts';
import type { Ring } from './rings.ts';

/**
 * The lines where a field passes a distance, as closed rings with what is further to their left: marching squares
 * over the middles of cells, straight between two middles. Beyond the raster nothing is further: there a ring
 * turns along its edge, half a cell outside of the last middles and no more. A cell from which the way is not
 * known is not further either.
 */
export const contourOf = ({ meters }: DistanceField, raster: Raster, distance: number): Ring[] => {
  const { width, height } = raster;
  const points = new PointList();
  // Vertices on the horizontal sides below and above the row of squares at hand, and who follows whom.
  let below = new Int32Array(width + 1);
  let above = new Int32Array(width + 1);
  // Which middles are far, a margin of near ones around them; as bytes and, to skip plain stretches, as words of four.
  const bytes = 4 * Math.ceil((width + 3) / 4);
  let far = new Uint8Array(bytes);
  let farAbove = new Uint8Array(bytes);
  let words = new Uint32Array(far.buffer);
  let wordsAbove = new Uint32Array(farAbove.buffer);
  const sides = new Int32Array(4);

  /** The vertex between two neighbouring middles, given as columns and rows; -1 and the size lie outside. */
  const vertex = (column: number, row: number, toColumn: number, toRow: number): number => {
    let part = 0.5;
    if (column >= 0 && row >= 0 && toColumn < width && toRow < height) {
      const a = meters[row * width + column] as number;
      const b = meters[toRow * width + toColumn] as number;
      const between = (distance - a) / (b - a);
      // Infinity and NaN leave the middle; exactly on a corner two lines could touch.
      if (between >= 0 && between <= 1) part = Math.min(1 - 1e-6, Math.max(1e-6, between));
    }
    return points.add(column + (toColumn - column) * part, row + (toRow - row) * part);
  };

  for (let row = -1; row < height; row++) {
    if (row + 1 < height) {
      const start = (row + 1) * width;
      for (let column = 0; column < width; column++)
        farAbove[column + 1] = (meters[start + column] as number) > distance ? 1 : 0;
    } else farAbove.fill(0);
    let left = -1;
    let southWest = far[0] as number;
    let northWest = farAbove[0] as number;
    for (let column = -1; column < width; column++) {
      if ((column & 3) === 3) {
        const word = words[(column + 1) >> 2] as number;
        if ((word === 0 || word === ALL_FAR) && word === wordsAbove[(column + 1) >> 2]) {
          column += 3;
          if (column >= width) break;
          left = -1;
          southWest = word & 1;
          northWest = southWest;
        }
      }
      const southEast = far[column + 2] as number;
      const northEast = farAbove[column + 2] as number;
      const code = southWest | (southEast << 1) | (northEast << 2) | (northWest << 3);
      southWest = southEast;
      northWest = northEast;
      if (code === 0 || code === 15) {
        left = -1;
        continue;
      }
      const isRightCut = southEast !== northEast;
      const isTopCut = code >> 3 !== ((code >> 2) & 1);
      sides[BOTTOM] = below[column + 1] as number;
      sides[RIGHT] = isRightCut ? vertex(column + 1, row, column + 1, row + 1) : -1;
      sides[TOP] = isTopCut ? vertex(column, row + 1, column + 1, row + 1) : -1;
      sides[LEFT] = left;
      above[column + 1] = sides[TOP] as number;
      const lines =
        code === 5 || code === 10
          ? linesOfSaddle(code, isMiddleFar(meters, width, column, row, distance))
          : (LINES[code] as readonly number[]);
      for (let at = 0; at < lines.length; at += 2)
        points.join(sides[lines[at] as number] as number, sides[lines[at + 1] as number] as number);
      left = sides[RIGHT] as number;
    }
    [below, above] = [above, below];
    [far, farAbove] = [farAbove, far];
    [words, wordsAbove] = [wordsAbove, words];
  }
  return points.rings(raster);
};

/** Four far middles side by side. */
const ALL_FAR = 0x01010101;

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

/** Vertices in columns and rows, each with the one that follows it. */
class PointList {
  #places = new Float64Array(4096);
  #next = new Int32Array(2048);
  #count = 0;

  add(column: number, row: number): number {
    if (this.#count === this.#next.length) {
      const places = new Float64Array(this.#places.length * 2);
      places.set(this.#places);
      this.#places = places;
      const next = new Int32Array(this.#next.length * 2);
      next.set(this.#next);
      this.#next = next;
    }
    const at = this.#count++;
    this.#places[2 * at] = column;
    this.#places[2 * at + 1] = row;
    return at;
  }

  join(from: number, to: number): void {
    this.#next[from] = to;
  }

  /** Every closed line, in metres of the plane. */
  rings({ west, south, cellMeters }: Raster): Ring[] {
    const seen = new Uint8Array(this.#count);
    const rings: Ring[] = [];
    for (let first = 0; first < this.#count; first++) {
      if (seen[first] === 1) continue;
      let length = 0;
      for (let at = first; seen[at] === 0; at = this.#next[at] as number) {
        seen[at] = 1;
        length++;
      }
      if (length < 3) continue;
      const ring = new Float64Array(length * 2);
      for (let at = first, index = 0; index < length; at = this.#next[at] as number, index++) {
        ring[2 * index] = west + ((this.#places[2 * at] as number) + 0.5) * cellMeters;
        ring[2 * index + 1] = south + ((this.#places[2 * at + 1] as number) + 0.5) * cellMeters;
      }
      rings.push(ring);
    }
    return rings;
  }
}
