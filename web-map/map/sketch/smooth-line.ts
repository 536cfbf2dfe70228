import type { Position } from '../../../shared/geo/position.ts';

const STEPS = 10;

/**
 * A centripetal Catmull-Rom curve through every position of a line: what was drawn with few points bends
 * like a road, still meets the borders that share its points, and does not swing out where points stand
 * unevenly. A ring (last position the first) stays closed.
 */
export const smoothLine = (line: readonly Position[]): Position[] => {
  const last = line.length - 1;
  const [start, end] = [line[0], line[last]];
  if (!start || !end || last < 2) return [...line];
  const closed = start[0] === end[0] && start[1] === end[1];
  const at = (index: number): Position => {
    if (closed) return line[(index + last) % last] as Position;
    if (index < 0) return mirrored(start, line[1] as Position);
    return index > last ? mirrored(end, line[last - 1] as Position) : (line[index] as Position);
  };
  const curve: Position[] = [start];
  for (let index = 0; index < last; index++) {
    const bend = bendBetween(at(index - 1), at(index), at(index + 1), at(index + 2));
    for (let step = 1; step < STEPS; step++) curve.push(bend(step / STEPS));
    curve.push(at(index + 1));
  }
  return curve;
};

/** Beyond the end of a line it goes on as straight as it came. */
const mirrored = (end: Position, before: Position): Position => [
  2 * end[0] - before[0],
  2 * end[1] - before[1],
];

/** The Hermite form of the curve between `b` and `c` (Yuksel, Schaefer and Keyser 2009, α = ½). */
const bendBetween = (a: Position, b: Position, c: Position, d: Position) => {
  const [ab, bc, cd] = [rootOfDistance(a, b), rootOfDistance(b, c), rootOfDistance(c, d)];
  const axis = (k: 0 | 1, t: number): number => {
    const way = c[k] - b[k];
    const leaving = way + bc * ((b[k] - a[k]) / ab - (c[k] - a[k]) / (ab + bc));
    const arriving = way + bc * ((d[k] - c[k]) / cd - (d[k] - b[k]) / (bc + cd));
    return (
      b[k] +
      leaving * t +
      (3 * way - 2 * leaving - arriving) * t ** 2 +
      (leaving + arriving - 2 * way) * t ** 3
    );
  };
  return (t: number): Position => [axis(0, t), axis(1, t)];
};

const rootOfDistance = (a: Position, b: Position): number => Math.sqrt(Math.hypot(b[0] - a[0], b[1] - a[1]));
