/**
 * Nodes by their distance, the nearest first: a heap in which each has four children, on typed arrays. Flatter than one
 * of two, so that fewer cache lines are touched; a node may be in it several times.
 */
export class DistanceHeap {
  size = 0;
  private meters: Float32Array;
  private nodes: Uint32Array;

  constructor(capacity: number) {
    this.meters = new Float32Array(capacity);
    this.nodes = new Uint32Array(capacity);
  }

  /** Empties it, and makes room for so many. */
  clear(capacity: number): void {
    this.size = 0;
    if (this.meters.length >= capacity) return;
    this.meters = new Float32Array(capacity);
    this.nodes = new Uint32Array(capacity);
  }

  /** The distance of the nearest. */
  get nearestMeters(): number {
    return this.meters[0] as number;
  }

  push(distance: number, node: number): void {
    const { meters, nodes } = this;
    let slot = this.size++;
    while (slot > 0) {
      const parent = (slot - 1) >> 2;
      if ((meters[parent] as number) <= distance) break;
      meters[slot] = meters[parent] as number;
      nodes[slot] = nodes[parent] as number;
      slot = parent;
    }
    meters[slot] = distance;
    nodes[slot] = node;
  }

  /** Takes the nearest out and answers its node. */
  pop(): number {
    const { meters, nodes } = this;
    const nearest = nodes[0] as number;
    const size = --this.size;
    const distance = meters[size] as number;
    const node = nodes[size] as number;
    let slot = 0;
    for (;;) {
      const first = 4 * slot + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let least = first;
      let leastMeters = meters[first] as number;
      for (let child = first + 1; child < end; child++) {
        const childMeters = meters[child] as number;
        if (childMeters < leastMeters) {
          least = child;
          leastMeters = childMeters;
        }
      }
      if (leastMeters >= distance) break;
      meters[slot] = leastMeters;
      nodes[slot] = nodes[least] as number;
      slot = least;
    }
    meters[slot] = distance;
    nodes[slot] = node;
    return nearest;
  }
}
