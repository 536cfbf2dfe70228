import { BUCKET_METERS, DistanceBuckets } from './distance-buckets.ts';
import type { Snaps } from './snap-points.ts';
import type { StreetNetwork } from './street-network.ts';

/** Metres on foot from each node to the nearest of some sources; Infinity where no way leads. */
export type NodeDistances = Float32Array;

/**
 * Answers a search over a network whose memory is kept between calls: Dijkstra's from all sources at once, with a
 * ring of buckets. `sources` are facilities snapped to edges, the way to the street added; those on no edge count for
 * nothing. Nothing further than `mostMeters` is walked to. Writes into `into`, or makes an array; into `nearest`, which
 * source each node that was reached is nearest to.
 */
export const createWalk = (network: StreetNetwork) => {
  const { arcStart, arcTarget, arcLength, edgeFrom, edgeTo, edgeLength } = network;
  const nodes = network.nodeX.length;
  const longest = edgeLength.reduce((most, length) => Math.max(most, length), 0);
  const buckets = new DistanceBuckets(arcTarget.length);
  const spare = new Int32Array(nodes);

  return (
    sources: Snaps,
    {
      into = new Float32Array(nodes),
      nearest = spare,
      mostMeters = Number.POSITIVE_INFINITY,
    }: { into?: NodeDistances; nearest?: Int32Array; mostMeters?: number } = {},
  ): NodeDistances => {
    into.fill(Number.POSITIVE_INFINITY);
    const furthestSource = sources.meters.reduce((most, meters) => Math.max(most, meters), 0);
    buckets.clear(longest + furthestSource + BUCKET_METERS);
    // Rounded as the array rounds: else what was rounded up would be reached anew, and arcs walked more than once.
    const reach = (node: number, exact: number, source: number): void => {
      const meters = Math.fround(exact);
      if (meters >= (into[node] as number) || meters > mostMeters) return;
      into[node] = meters;
      nearest[node] = source;
      buckets.push(meters, node);
    };
    for (let source = 0; source < sources.edge.length; source++) {
      const edge = sources.edge[source] as number;
      if (edge < 0) continue;
      const meters = sources.meters[source] as number;
      const along = sources.along[source] as number;
      reach(edgeFrom[edge] as number, meters + along, source);
      reach(edgeTo[edge] as number, meters + (edgeLength[edge] as number) - along, source);
    }
    while (buckets.take()) {
      const { node, meters: here } = buckets;
      if (here > (into[node] as number)) continue;
      const source = nearest[node] as number;
      const end = arcStart[node + 1] as number;
      for (let arc = arcStart[node] as number; arc < end; arc++) {
        const next = arcTarget[arc] as number;
        const meters = Math.fround(here + (arcLength[arc] as number));
        if (meters < (into[next] as number) && meters <= mostMeters) {
          into[next] = meters;
          nearest[next] = source;
          buckets.push(meters, next);
        }
      }
    }
    return into;
  };
};
