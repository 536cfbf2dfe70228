import { buildNetwork } from '../../shared/coverage/network/build-network.ts';
import { localPlane } from '../../shared/coverage/network/local-plane.ts';
import type { Streets } from '../../shared/coverage/network/street-graph.ts';
import type { StreetNetwork } from '../../shared/coverage/network/street-network.ts';
import type { Position } from '../../shared/geo/position.ts';

export const ORIGIN: Position = [121.415, 31.2175];

export const FROM = {
  source: 'drawn for tests',
  licence: 'CC0-1.0',
  attribution: 'nobody',
  date: '2026-11-20',
  illustrative: false,
};

/** Numbers from 0 to 1 that look random and are the same each time. */
export const dice = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Streets whose corners lie at these metres, between those that are named: for exact answers. */
export const streetsOf = (
  corners: readonly (readonly [number, number])[],
  pieces: readonly [number, number][],
): Streets => {
  const { toPosition } = localPlane(ORIGIN);
  return {
    ids: corners.map((_, index) => index + 1),
    lngLat: corners.flatMap(([x, y]) => toPosition(x, y)),
    ends: pieces.flat(),
  };
};

export const networkOf = (...streets: Parameters<typeof streetsOf>): StreetNetwork =>
  buildNetwork(streetsOf(...streets), ORIGIN, FROM).network;

/**
 * A town of blocks: so many streets each way, their corners moved about, every block's side with two bends, some sides
 * missing. Made by a rule, for measuring.
 */
export const townOf = (columns: number, rows: number, blockMeters = 60): Streets => {
  const roll = dice(7);
  const corners: [number, number][] = [];
  const pieces: [number, number][] = [];
  const corner = (column: number, row: number) => row * columns + column;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const moved = () => (roll() - 0.5) * blockMeters * 0.4;
      corners.push([
        (column - columns / 2) * blockMeters + moved(),
        (row - rows / 2) * blockMeters + moved(),
      ]);
    }
  }
  const join = (a: number, b: number): void => {
    if (roll() < 0.15) return;
    const [from, to] = [corners[a] as [number, number], corners[b] as [number, number]];
    let before = a;
    for (const share of [1 / 3, 2 / 3]) {
      const bend = () => (roll() - 0.5) * blockMeters * 0.1;
      corners.push([
        from[0] + share * (to[0] - from[0]) + bend(),
        from[1] + share * (to[1] - from[1]) + bend(),
      ]);
      pieces.push([before, corners.length - 1]);
      before = corners.length - 1;
    }
    pieces.push([before, b]);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (column + 1 < columns) join(corner(column, row), corner(column + 1, row));
      if (row + 1 < rows) join(corner(column, row), corner(column, row + 1));
    }
  }
  return streetsOf(corners, pieces);
};
