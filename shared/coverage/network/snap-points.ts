import type { EdgeIndex } from './edge-index.ts';

/**
 * How far a point may lie from the nearest street. Beyond it nobody knows how one gets there: the middle of a park, of a
 * compound whose ways are not mapped, of a river.
 */
export const MOST_SNAP_METERS = 200;

/** Points on streets: the edge of each (-1: none is near), how far along it from its start, and how far to get there. */
export type Snaps = { edge: Int32Array; along: Float32Array; meters: Float32Array };

/**
 * Snaps each point (metres, as in the network) to the nearest street, by straight line; of equally near ones to that
 * which comes first in the network.
 */
export const snapPoints = (
  index: EdgeIndex,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  mostMeters: number = MOST_SNAP_METERS,
): Snaps => {
  const snaps: Snaps = {
    edge: new Int32Array(x.length).fill(-1),
    along: new Float32Array(x.length),
    meters: new Float32Array(x.length),
  };
  for (let point = 0; point < x.length; point++) {
    snapOne(index, x[point] as number, y[point] as number, mostMeters, snaps, point);
  }
  return snaps;
};

const snapOne = (
  index: EdgeIndex,
  px: number,
  py: number,
  mostMeters: number,
  snaps: Snaps,
  point: number,
): void => {
  const { network, edgeOf, along, start, pieces, columns, rows, squareMeters } = index;
  const { vertexX, vertexY, edgeLength } = network;
  const column = Math.floor((px - index.west) / squareMeters);
  const row = Math.floor((py - index.south) / squareMeters);
  const inX = px - index.west - column * squareMeters;
  const inY = py - index.south - row * squareMeters;
  // What lies outside the squares seen so far is at least this far, and a square further with each round.
  const toBorder = Math.min(inX, inY, squareMeters - inX, squareMeters - inY);
  let nearest = mostMeters * mostMeters;
  let best = -1;
  let bestShare = 0;
  for (let ring = 0; ; ring++) {
    const [bottom, top] = [Math.max(0, row - ring), Math.min(rows - 1, row + ring)];
    for (let r = bottom; r <= top; r++) {
      const isWholeRow = r === row - ring || r === row + ring;
      const step = isWholeRow || ring === 0 ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c < 0 || c >= columns) continue;
        const square = r * columns + c;
        const end = start[square + 1] as number;
        for (let slot = start[square] as number; slot < end; slot++) {
          const piece = pieces[slot] as number;
          const ax = vertexX[piece] as number;
          const ay = vertexY[piece] as number;
          const dx = (vertexX[piece + 1] as number) - ax;
          const dy = (vertexY[piece + 1] as number) - ay;
          const square2 = dx * dx + dy * dy;
          const projected = square2 === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square2;
          const share = projected < 0 ? 0 : projected > 1 ? 1 : projected;
          const [ox, oy] = [px - ax - share * dx, py - ay - share * dy];
          const distance = ox * ox + oy * oy;
          if (distance < nearest || (distance === nearest && (best === -1 || piece < best))) {
            nearest = distance;
            best = piece;
            bestShare = share;
          }
        }
      }
    }
    const seen = ring * squareMeters + toBorder;
    if (seen * seen >= nearest) break;
  }
  if (best === -1) return;
  const edge = edgeOf[best] as number;
  const from = along[best] as number;
  const to = along[best + 1] as number;
  snaps.edge[point] = edge;
  snaps.along[point] = Math.min(edgeLength[edge] as number, from + bestShare * (to - from));
  snaps.meters[point] = Math.sqrt(nearest);
};
