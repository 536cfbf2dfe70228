/** Pixels in rows from the top, four bytes each: red, green, blue, alpha. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/** The size of a picture whose longer side measures at most so many pixels; never larger than it is. */
const sizeWithin = (
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  most: number,
): { width: number; height: number } => {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/**
 * A picture made smaller so that its longer side fits, on white where it is transparent: each new pixel is the mean
 * of the area that it covers. One row of sums is all the memory it takes beside the result.
 */
export const shrink = (source: Pixels, most: number): Pixels => {
  const { width, height } = sizeWithin(source, most);
  const columns = spansOf(source.width, width);
  const rows = spansOf(source.height, height);
  const data = new Uint8ClampedArray(width * height * 4);
  const sums = new Float64Array(width * 3);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    const { first, weights } = rows[row] as Span;
    for (let index = 0; index < weights.length; index++) {
      addRow(source, first + index, columns, weights[index] as number, sums);
    }
    for (let column = 0; column < width; column++) {
      const to = (row * width + column) * 4;
      data[to] = sums[column * 3] as number;
      data[to + 1] = sums[column * 3 + 1] as number;
      data[to + 2] = sums[column * 3 + 2] as number;
      data[to + 3] = 255;
    }
  }
  return { data, width, height };
};

/** The old pixels that one new one covers, along one side, with the share of each in it. */
type Span = { first: number; weights: Float64Array };

const spansOf = (from: number, to: number): Span[] =>
  Array.from({ length: to }, (_, index) => {
    const start = (index * from) / to;
    const end = ((index + 1) * from) / to;
    const first = Math.floor(start);
    const last = Math.min(from, Math.ceil(end));
    const weights = Float64Array.from({ length: last - first }, (_, offset) => {
      const pixel = first + offset;
      return ((Math.min(end, pixel + 1) - Math.max(start, pixel)) * to) / from;
    });
    return { first, weights };
  });

const addRow = (
  { data, width }: Pixels,
  row: number,
  columns: readonly Span[],
  share: number,
  sums: Float64Array,
): void => {
  const start = row * width * 4;
  for (let column = 0; column < columns.length; column++) {
    const { first, weights } = columns[column] as Span;
    let [red, green, blue] = [0, 0, 0];
    for (let index = 0; index < weights.length; index++) {
      const at = start + (first + index) * 4;
      const alpha = (data[at + 3] as number) / 255;
      const weight = (weights[index] as number) * share;
      const white = 255 * (1 - alpha);
      red += weight * ((data[at] as number) * alpha + white);
      green += weight * ((data[at + 1] as number) * alpha + white);
      blue += weight * ((data[at + 2] as number) * alpha + white);
    }
    sums[column * 3] = (sums[column * 3] as number) + red;
    sums[column * 3 + 1] = (sums[column * 3 + 1] as number) + green;
    sums[column * 3 + 2] = (sums[column * 3 + 2] as number) + blue;
  }
};
