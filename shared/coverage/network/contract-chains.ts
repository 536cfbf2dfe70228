import { onSixtyFourth, pieceMeters, type StreetGraph } from './street-graph.ts';
import type { StreetNetwork } from './street-network.ts';

type Edge = { from: number; to: number; chain: number[]; meters: number };

/**
 * Makes crossings and ends the nodes, and every chain of points between two of them one edge that keeps its bends and
 * its length. A ring without any crossing gets its first point as a node. Only points for which `isKept` holds.
 */
export const contractChains = (
  graph: StreetGraph,
  isKept: (point: number) => boolean,
): Omit<StreetNetwork, 'origin' | 'from'> => {
  const { start, neighbour, piece } = graph;
  const degree = (point: number) => (start[point + 1] as number) - (start[point] as number);
  const walked = new Uint8Array(graph.pieces);
  const edges: Edge[] = [];

  const follow = (point: number, slot: number): void => {
    const chain = [point];
    let meters = 0;
    let [here, taken] = [point, slot];
    for (;;) {
      const next = neighbour[taken] as number;
      walked[piece[taken] as number] = 1;
      meters += pieceMeters(graph, here, next);
      chain.push(next);
      const first = start[next] as number;
      // Onwards is the one of two pieces that one did not come along.
      const onwards = piece[first] === piece[taken] ? first + 1 : first;
      if (degree(next) !== 2 || next === point) break;
      [here, taken] = [next, onwards];
    }
    edges.push({ from: point, to: chain.at(-1) as number, chain, meters });
  };

  const followAll = (isStart: (point: number) => boolean): void => {
    for (let point = 0; point < graph.x.length; point++) {
      if (!isKept(point) || !isStart(point)) continue;
      for (let slot = start[point] as number; slot < (start[point + 1] as number); slot++) {
        if (walked[piece[slot] as number] === 0) follow(point, slot);
      }
    }
  };
  followAll((point) => degree(point) !== 2);
  followAll(() => true);
  return pack(graph, edges);
};

const pack = (graph: StreetGraph, edges: readonly Edge[]): Omit<StreetNetwork, 'origin' | 'from'> => {
  const points = Uint32Array.from(new Set(edges.flatMap(({ from, to }) => [from, to]))).sort();
  const nodeOf = new Map(Array.from(points, (point, node) => [point, node]));
  const node = (point: number) => nodeOf.get(point) as number;
  const chains = edges.flatMap(({ chain }) => chain);
  const vertexStart = new Uint32Array(edges.length + 1);
  for (const [index, { chain }] of edges.entries()) {
    vertexStart[index + 1] = (vertexStart[index] as number) + chain.length;
  }
  const edgeFrom = Uint32Array.from(edges, ({ from }) => node(from));
  const edgeTo = Uint32Array.from(edges, ({ to }) => node(to));
  const edgeLength = Float32Array.from(edges, ({ meters }) => onSixtyFourth(meters));
  return {
    nodeX: Float32Array.from(points, (point) => graph.x[point] as number),
    nodeY: Float32Array.from(points, (point) => graph.y[point] as number),
    ...arcsOf(points.length, edgeFrom, edgeTo, edgeLength),
    edgeFrom,
    edgeTo,
    edgeLength,
    vertexStart,
    vertexX: Float32Array.from(chains, (point) => graph.x[point] as number),
    vertexY: Float32Array.from(chains, (point) => graph.y[point] as number),
  };
};

const arcsOf = (nodes: number, edgeFrom: Uint32Array, edgeTo: Uint32Array, edgeLength: Float32Array) => {
  const arcStart = new Uint32Array(nodes + 1);
  for (const ends of [edgeFrom, edgeTo]) {
    for (const end of ends) arcStart[end + 1] = (arcStart[end + 1] as number) + 1;
  }
  for (let node = 0; node < nodes; node++) {
    arcStart[node + 1] = (arcStart[node + 1] as number) + (arcStart[node] as number);
  }
  const next = arcStart.slice(0, nodes);
  const arcTarget = new Uint32Array(2 * edgeFrom.length);
  const arcLength = new Float32Array(2 * edgeFrom.length);
  const add = (from: number, to: number, length: number): void => {
    const slot = next[from] as number;
    arcTarget[slot] = to;
    arcLength[slot] = length;
    next[from] = slot + 1;
  };
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    const [from, to] = [edgeFrom[edge] as number, edgeTo[edge] as number];
    add(from, to, edgeLength[edge] as number);
    add(to, from, edgeLength[edge] as number);
  }
  return { arcStart, arcTarget, arcLength };
};
