import type { Position } from '../../geo/position.ts';

/** Where a network comes from. */
export type NetworkOrigin = {
  source: string;
  licence: string;
  attribution: string;
  /** The day of the data, `2026-11-20`. */
  date: string;
  /** Whether the streets are only an example, drawn by a rule. */
  illustrative: boolean;
};

/**
 * Streets that people walk, as a graph: nodes are crossings and ends, an edge is the way between two of them with its
 * bends. Lengths in metres, coordinates in metres east (x) and north (y) of `origin`. Arcs are the edges in both
 * directions, grouped by the node they leave (CSR): those of node n are `arcStart[n]` to `arcStart[n + 1]`.
 * The vertices of edge e, its two ends included, are `vertexStart[e]` to `vertexStart[e + 1]`.
 */
export type StreetNetwork = {
  origin: Position;
  from: NetworkOrigin;
  nodeX: Float32Array;
  nodeY: Float32Array;
  arcStart: Uint32Array;
  arcTarget: Uint32Array;
  arcLength: Float32Array;
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeLength: Float32Array;
  vertexStart: Uint32Array;
  vertexX: Float32Array;
  vertexY: Float32Array;
};
