import type { Raster } from './raster.ts';

/**
 * Which middles of cells are far, a bit for each: thirty-two are looked at as one. A row has whole words, the first
 * middle in the lowest bit, and at least one bit after its last; a row of no far ones stands before the first and
 * after the last.
 */
export type FarMiddles = { words: number; rows: number; bits: Int32Array };

/** The middles that are further than a distance; those of which nothing is known are not. */
export const farMiddles = (meters: Float32Array, { width, height }: Raster, distance: number): FarMiddles => {
  const words = Math.floor(width / 32) + 1;
  const rows = height + 2;
  const bits = new Int32Array(rows * words);
  for (let row = 0; row < height; row++) {
    for (let word = 0; word < words; word++) {
      const first = row * width + word * 32;
      const count = Math.min(32, width - word * 32);
      let far = 0;
      for (let at = 0; at < count; at++) far |= Number((meters[first + at] as number) > distance) << at;
      bits[(row + 1) * words + word] = far;
    }
  }
  return { words, rows, bits };
};

/** How many pairs of neighbours, the margin around the raster among them, are a far one and one that is not. */
export const countBorders = ({ words, rows, bits }: FarMiddles): number => {
  let count = 0;
  for (let row = 1; row < rows; row++) {
    let west = 0;
    for (let word = row * words; word < (row + 1) * words; word++) {
      const east = bits[word] as number;
      west = (east << 1) | (west >>> 31);
      count += bitCount(east ^ west) + bitCount(east ^ (bits[word - words] as number));
      west = east;
    }
  }
  return count;
};

/** How many bits of a word are set, by adding neighbours up. */
const bitCount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
