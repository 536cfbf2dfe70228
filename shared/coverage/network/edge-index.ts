import type { StreetNetwork } from './street-network.ts';

/** The side of a square of the index: about a block, so that few squares are looked at and few pieces are in each. */
const SQUARE_METERS = 64;

/**
 * Finds the straight pieces of streets near a point: a grid of squares over the network, and in each the pieces that
 * run through it (CSR). Piece p leads from vertex p to vertex p + 1, `edgeOf[p]` is its edge and `along[p]` how far
 * vertex p lies from the start of that edge.
 */
export type EdgeIndex = {
  network: StreetNetwork;
  edgeOf: Uint32Array;
  along: Float32Array;
  west: number;
  south: number;
  columns: number;
  rows: number;
  squareMeters: number;
  start: Uint32Array;
  pieces: Uint32Array;
};

/** Makes the index of a network, once for all points that are snapped to it. */
export const indexEdges = (network: StreetNetwork): EdgeIndex => {
  const { vertexX, vertexY } = network;
  const { edgeOf, along } = measureEdges(network);
  const [west, east] = rangeOf(vertexX);
  const [south, north] = rangeOf(vertexY);
  const columns = Math.floor((east - west) / SQUARE_METERS) + 1;
  const rows = Math.floor((north - south) / SQUARE_METERS) + 1;
  const squareOf = (value: number, from: number, most: number) =>
    Math.min(most - 1, Math.max(0, Math.floor((value - from) / SQUARE_METERS)));

  const eachSquare = (piece: number, visit: (square: number) => void): void => {
    const [ax, ay] = [vertexX[piece] as number, vertexY[piece] as number];
    const [bx, by] = [vertexX[piece + 1] as number, vertexY[piece + 1] as number];
    const last = squareOf(Math.max(ay, by), south, rows);
    for (let row = squareOf(Math.min(ay, by), south, rows); row <= last; row++) {
      // The part of the piece within this row, a little widened for what rounding loses.
      const floor = south + row * SQUARE_METERS - 0.01;
      const atFloor = by === ay ? 0 : clamp((floor - ay) / (by - ay));
      const atCeiling = by === ay ? 1 : clamp((floor + SQUARE_METERS + 0.02 - ay) / (by - ay));
      const [x1, x2] = [ax + atFloor * (bx - ax), ax + atCeiling * (bx - ax)];
      const end = squareOf(Math.max(x1, x2) + 0.01, west, columns);
      for (let column = squareOf(Math.min(x1, x2) - 0.01, west, columns); column <= end; column++) {
        visit(row * columns + column);
      }
    }
  };
  const isPiece = (vertex: number) => vertex + 1 < edgeOf.length && edgeOf[vertex] === edgeOf[vertex + 1];

  const start = new Uint32Array(columns * rows + 1);
  for (let vertex = 0; vertex < edgeOf.length; vertex++) {
    if (isPiece(vertex)) {
      eachSquare(vertex, (square) => {
        start[square + 1] = (start[square + 1] as number) + 1;
      });
    }
  }
  for (let square = 0; square < columns * rows; square++) {
    start[square + 1] = (start[square + 1] as number) + (start[square] as number);
  }
  const next = start.slice(0, -1);
  const pieces = new Uint32Array(start[columns * rows] as number);
  for (let vertex = 0; vertex < edgeOf.length; vertex++) {
    if (isPiece(vertex)) {
      eachSquare(vertex, (square) => {
        const slot = next[square] as number;
        pieces[slot] = vertex;
        next[square] = slot + 1;
      });
    }
  }
  return { network, edgeOf, along, west, south, columns, rows, squareMeters: SQUARE_METERS, start, pieces };
};

/** Of each vertex the edge it is on and how far from its start. */
const measureEdges = ({ vertexStart, vertexX, vertexY }: StreetNetwork) => {
  const edgeOf = new Uint32Array(vertexX.length);
  const along = new Float32Array(vertexX.length);
  for (let edge = 0; edge + 1 < vertexStart.length; edge++) {
    const first = vertexStart[edge] as number;
    let meters = 0;
    for (let vertex = first; vertex < (vertexStart[edge + 1] as number); vertex++) {
      if (vertex > first) {
        meters += Math.hypot(
          (vertexX[vertex] as number) - (vertexX[vertex - 1] as number),
          (vertexY[vertex] as number) - (vertexY[vertex - 1] as number),
        );
      }
      edgeOf[vertex] = edge;
      along[vertex] = meters;
    }
  }
  return { edgeOf, along };
};

const rangeOf = (values: Float32Array): [least: number, most: number] =>
  values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
