import { pieceMeters, type StreetGraph } from './street-graph.ts';

/** Streets that hang together, but not with the rest. */
export type Island = { meters: number; x: number; y: number };

/** A part as long as this share of the longest is a side of a river, and stays; a shorter one is an island. */
export const LEAST_SHARE_OF_LONGEST = 0.1;

/**
 * Parts the streets into those that hang together: which points stay, and what was left out, longest first. What
 * hangs together with little else is mostly a compound whose gate is not mapped, or was cut off at the border; who
 * were sent there would reach nothing.
 */
export const findIslands = (
  graph: StreetGraph,
): { isKept: (point: number) => boolean; islands: Island[] } => {
  const part = new Int32Array(graph.x.length).fill(-1);
  const parts: Island[] = [];
  const stack: number[] = [];
  for (let seed = 0; seed < part.length; seed++) {
    if (part[seed] !== -1) continue;
    let doubled = 0;
    part[seed] = parts.length;
    stack.push(seed);
    for (let point = stack.pop(); point !== undefined; point = stack.pop()) {
      for (let slot = graph.start[point] as number; slot < (graph.start[point + 1] as number); slot++) {
        const next = graph.neighbour[slot] as number;
        doubled += pieceMeters(graph, point, next);
        if (part[next] !== -1) continue;
        part[next] = parts.length;
        stack.push(next);
      }
    }
    parts.push({ meters: doubled / 2, x: graph.x[seed] as number, y: graph.y[seed] as number });
  }
  const longest = parts.reduce((most, { meters }) => Math.max(most, meters), 0);
  const stays = parts.map(({ meters }) => meters >= longest * LEAST_SHARE_OF_LONGEST);
  return {
    isKept: (point) => stays[part[point] as number] === true,
    islands: parts.filter((_, index) => !stays[index]).sort((a, b) => b.meters - a.meters),
  };
};
