import type { Position } from '../../../shared/geo/position.ts';

const STEPS = 10;

/**
 * A Catmull-Rom curve through every position of a line: what was drawn with few points bends like a road
 * and still meets the borders that share its points. A ring (last position the first) stays closed.
 */
export const smoothLine = (line: readonly Position[]): Position[] => {
  const last = line.length - 1;
  const [start, end] = [line[0], line[last]];
  if (!start || !end || last < 2) return [...line];
  const closed = start[0] === end[0] && start[1] === end[1];
  const at = (index: number): Position => {
    const wrapped = closed ? (index + last) % last : Math.min(last, Math.max(0, index));
    return line[wrapped] as Position;
  };
  const curve: Position[] = [start];
  for (let index = 0; index < last; index++) {
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      const point = (axis: 0 | 1) =>
        spline(at(index - 1)[axis], at(index)[axis], at(index + 1)[axis], at(index + 2)[axis], t);
      curve.push([point(0), point(1)]);
    }
  }
  return curve;
};

/** Catmull and Rom 1974, uniform, tension ½: the value between `b` and `c`. */
const spline = (a: number, b: number, c: number, d: number, t: number): number =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
