import type { Snaps } from './snap-points.ts';
import type { StreetNetwork } from './street-network.ts';

/** Metres on foot from each node to the nearest of some sources; Infinity where no way leads. */
export type NodeDistances = Float32Array;

/**
 * Answers a search over a network whose memory is kept between calls: Dijkstra's from all sources at once, with a
 * four-ary heap. `sources` are facilities snapped to edges, the way to the street added; those on no edge count for
 * nothing. With `onto`, the distances to other sources, only what becomes nearer is walked: for a facility that is
 * dragged that is its own neighbourhood. `onto` itself stays as it is. Writes into `into`, or makes an array.
 */
export const createWalk = (network: StreetNetwork) => {
  const { arcStart, arcTarget, arcLength, edgeFrom, edgeTo, edgeLength } = network;
  const nodes = network.nodeX.length;
  let keys = new Float32Array(arcTarget.length + 64);
  let values = new Uint32Array(keys.length);
  let size = 0;

  const push = (key: number, value: number): void => {
    let slot = size++;
    while (slot > 0) {
      const parent = (slot - 1) >> 2;
      if ((keys[parent] as number) <= key) break;
      keys[slot] = keys[parent] as number;
      values[slot] = values[parent] as number;
      slot = parent;
    }
    keys[slot] = key;
    values[slot] = value;
  };

  /** Takes the first one off the heap, which the caller has read. */
  const pop = (): void => {
    size -= 1;
    const key = keys[size] as number;
    const value = values[size] as number;
    let slot = 0;
    for (;;) {
      const first = 4 * slot + 1;
      if (first >= size) break;
      const last = Math.min(first + 4, size);
      let least = first;
      let leastKey = keys[first] as number;
      for (let child = first + 1; child < last; child++) {
        const childKey = keys[child] as number;
        if (childKey < leastKey) {
          least = child;
          leastKey = childKey;
        }
      }
      if (leastKey >= key) break;
      keys[slot] = leastKey;
      values[slot] = values[least] as number;
      slot = least;
    }
    keys[slot] = key;
    values[slot] = value;
  };

  return (
    sources: Snaps,
    { onto, into = new Float32Array(nodes) }: { onto?: NodeDistances; into?: NodeDistances } = {},
  ): NodeDistances => {
    if (onto) into.set(onto);
    else into.fill(Number.POSITIVE_INFINITY);
    // Every arc is walked once at most, and every source has two ends.
    const most = arcTarget.length + 2 * sources.edge.length;
    if (keys.length < most) {
      keys = new Float32Array(most);
      values = new Uint32Array(most);
    }
    size = 0;
    const reach = (node: number, meters: number): void => {
      if (meters >= (into[node] as number)) return;
      into[node] = meters;
      // What was rounded into the array is what the heap has to compare.
      push(into[node] as number, node);
    };
    for (let source = 0; source < sources.edge.length; source++) {
      const edge = sources.edge[source] as number;
      if (edge < 0) continue;
      const meters = sources.meters[source] as number;
      const along = sources.along[source] as number;
      reach(edgeFrom[edge] as number, meters + along);
      reach(edgeTo[edge] as number, meters + (edgeLength[edge] as number) - along);
    }
    while (size > 0) {
      const here = keys[0] as number;
      const node = values[0] as number;
      pop();
      if (here > (into[node] as number)) continue;
      const end = arcStart[node + 1] as number;
      for (let arc = arcStart[node] as number; arc < end; arc++) {
        const next = arcTarget[arc] as number;
        const meters = here + (arcLength[arc] as number);
        if (meters < (into[next] as number)) {
          into[next] = meters;
          push(into[next] as number, next);
        }
      }
    }
    return into;
  };
};
