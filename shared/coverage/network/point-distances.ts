import type { Snaps } from './snap-points.ts';
import type { StreetNetwork } from './street-network.ts';
import type { NodeDistances } from './walk-distances.ts';

/**
 * Answers a reckoning of metres on foot from points (the cells of a raster, snapped once) to the nearest of the
 * sources that `distances` were walked from: over either end of the point's edge, or straight along it to a source on
 * the same edge; the ways from the point to the street and from the street to the source included. Unknown is NaN,
 * never 0: no street near the point, or none that leads to any source. Without any source on a street every point that
 * has a street is infinitely far. Writes into `into`, or makes an array; with `nearest` also which source it is to,
 * -1 for none, told by the `ofNodes` of the walk. With `range` only those points are reckoned, the last excluded.
 */
export const createPointDistances = ({ edgeFrom, edgeTo, edgeLength }: StreetNetwork) => {
  /** The first source on an edge; from there, `next` leads on. */
  const firstOn = new Int32Array(edgeFrom.length).fill(-1);
  let next = new Int32Array(64);

  return (
    points: Snaps,
    distances: NodeDistances,
    sources: Snaps,
    into: Float32Array = new Float32Array(points.edge.length),
    nearest?: { ofNodes: Int32Array; into: Int32Array },
    [first, end]: readonly [number, number] = [0, points.edge.length],
  ): Float32Array => {
    const count = sources.edge.length;
    if (next.length < count) next = new Int32Array(count);
    let isNowhere = true;
    for (let source = 0; source < count; source++) {
      const edge = sources.edge[source] as number;
      if (edge < 0) continue;
      isNowhere = false;
      next[source] = firstOn[edge] as number;
      firstOn[edge] = source;
    }
    const unreached = isNowhere ? Number.POSITIVE_INFINITY : Number.NaN;
    for (let point = first; point < end; point++) {
      const edge = points.edge[point] as number;
      if (edge < 0) {
        into[point] = Number.NaN;
        if (nearest) nearest.into[point] = -1;
        continue;
      }
      const along = points.along[point] as number;
      const overStart = (distances[edgeFrom[edge] as number] as number) + along;
      const overEnd = (distances[edgeTo[edge] as number] as number) + (edgeLength[edge] as number) - along;
      let meters = overStart < overEnd ? overStart : overEnd;
      let on = -1;
      for (let source = firstOn[edge] as number; source >= 0; source = next[source] as number) {
        const between = along - (sources.along[source] as number);
        const direct = (between < 0 ? -between : between) + (sources.meters[source] as number);
        if (direct < meters) {
          meters = direct;
          on = source;
        }
      }
      if (nearest) {
        const node = (overStart < overEnd ? edgeFrom[edge] : edgeTo[edge]) as number;
        const known = on >= 0 ? on : (nearest.ofNodes[node] as number);
        nearest.into[point] = meters === Number.POSITIVE_INFINITY ? -1 : known;
      }
      into[point] =
        meters === Number.POSITIVE_INFINITY ? unreached : meters + (points.meters[point] as number);
    }
    for (const edge of sources.edge) if (edge >= 0) firstOn[edge] = -1;
    return into;
  };
};
