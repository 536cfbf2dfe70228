import type { Position } from '../../geo/position.ts';
import { contractChains } from './contract-chains.ts';
import { findIslands } from './islands.ts';
import { localPlane } from './local-plane.ts';
import { type Streets, streetGraph } from './street-graph.ts';
import type { NetworkOrigin, StreetNetwork } from './street-network.ts';

/** Streets left out because they hang together with nothing else, longest first, each with one of its points. */
export type LeftOut = { meters: number; position: Position }[];

/**
 * Makes the network of streets around `origin`, and tells which islands it left out. The same streets, the same
 * network.
 */
export const buildNetwork = (
  streets: Streets,
  origin: Position,
  from: NetworkOrigin,
): { network: StreetNetwork; leftOut: LeftOut } => {
  const plane = localPlane(origin);
  const graph = streetGraph(streets, plane);
  const { isKept, islands } = findIslands(graph);
  return {
    network: { origin, from, ...contractChains(graph, isKept) },
    leftOut: islands.map(({ meters, x, y }) => ({ meters, position: plane.toPosition(x, y) })),
  };
};
