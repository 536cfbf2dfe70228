/** A point in pixels. */
export type Pixel = { x: number; y: number };

/** Where each letter of a name stands: its middle in pixels and its turn in degrees. */
export type Letter = Pixel & { degrees: number };

/** Steeper than this a line carries its letters upright, one below the other, as Chinese maps do. */
const STEEP_DEGREES = 50;

/**
 * Sets a name along a line, centred at a share of its length, read from left to right or from top to bottom.
 * `letterPixels` is the distance between letters. Undefined where the line is too short for the name.
 */
export const lettersAlong = (
  line: readonly Pixel[],
  name: string,
  letterPixels: number,
  at = 0.5,
): Letter[] | undefined => {
  const letters = [...name];
  const lengths = cumulativeLengths(line);
  const total = lengths[lengths.length - 1] ?? 0;
  const width = letters.length * letterPixels;
  if (total < width * 1.15) return undefined;
  const middle = Math.min(Math.max(at * total, width / 2), total - width / 2);
  const [from, to] = [pointAt(line, lengths, middle - width / 2), pointAt(line, lengths, middle + width / 2)];
  const steep = isSteep(from, to);
  const backwards = steep ? to.y < from.y : to.x < from.x;
  return letters.map((_, index) => {
    const offset = (index + 0.5) * letterPixels - width / 2;
    const along = middle + (backwards ? -offset : offset);
    const point = pointAt(line, lengths, along);
    return { ...point, degrees: steep ? 0 : slopeAt(line, lengths, along, letterPixels) };
  });
};

const isSteep = (from: Pixel, to: Pixel): boolean =>
  Math.abs(Math.atan2(to.y - from.y, Math.abs(to.x - from.x)) * (180 / Math.PI)) > STEEP_DEGREES;

/** The slope around a point, between -90 and 90 degrees whichever way the line runs. */
const slopeAt = (line: readonly Pixel[], lengths: readonly number[], along: number, span: number): number => {
  const [from, to] = [pointAt(line, lengths, along - span / 2), pointAt(line, lengths, along + span / 2)];
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  return Math.atan2(right.y - left.y, right.x - left.x) * (180 / Math.PI);
};

const cumulativeLengths = (line: readonly Pixel[]): number[] => {
  let length = 0;
  return line.map((point, index) => {
    const before = line[index - 1];
    if (before) length += Math.hypot(point.x - before.x, point.y - before.y);
    return length;
  });
};

const pointAt = (line: readonly Pixel[], lengths: readonly number[], along: number): Pixel => {
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= along),
  );
  const [a, b] = [line[next - 1] as Pixel, line[next] as Pixel];
  const [before, after] = [lengths[next - 1] as number, lengths[next] as number];
  const share = after === before ? 0 : Math.min(1, Math.max(0, (along - before) / (after - before)));
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
};
