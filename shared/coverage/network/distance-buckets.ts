/** A power of two, so that dividing by it rounds nothing: a nearer node is never put into a later bucket. */
export const BUCKET_METERS = 8;

/**
 * Nodes by their distance for a search that only goes forward: a ring of buckets 8 m wide, each a linked list on typed
 * arrays. The nearest bucket comes first; within one the order is any, so a node may have to be walked from again,
 * which happens to few. Three times as fast as a heap of four children, since nothing is sifted. Its fields are
 * `private` and not `#private`: those are rewritten for the browsers that the site is built for, and slow in a hot loop.
 */
export class DistanceBuckets {
  /** What `take` took. */
  node = 0;
  meters = 0;

  private waiting = 0;
  private used = 0;
  private bucket = 0;
  private first = new Int32Array(1);
  private next: Int32Array;
  private nodes: Uint32Array;
  private distances: Float32Array;

  constructor(capacity: number) {
    this.next = new Int32Array(capacity);
    this.nodes = new Uint32Array(capacity);
    this.distances = new Float32Array(capacity);
  }

  /** Empties them, for distances of which those waiting at one time never lie further apart than `spreadMeters`. */
  clear(spreadMeters: number): void {
    let buckets = this.first.length;
    while (buckets < spreadMeters / BUCKET_METERS + 2) buckets *= 2;
    if (buckets > this.first.length) this.first = new Int32Array(buckets);
    this.first.fill(-1);
    this.waiting = 0;
    this.used = 0;
    this.bucket = 0;
  }

  /** Adds a node at a distance, rounded as a Float32Array does, not before the bucket that is being emptied. */
  push(meters: number, node: number): void {
    if (this.used === this.next.length) this.grow();
    const slot = this.used++;
    const bucket = (meters / BUCKET_METERS) & (this.first.length - 1);
    this.next[slot] = this.first[bucket] as number;
    this.first[bucket] = slot;
    this.nodes[slot] = node;
    this.distances[slot] = meters;
    this.waiting += 1;
  }

  /** Takes a node of the nearest bucket into `node` and `meters`; false where none is left. */
  take(): boolean {
    if (this.waiting === 0) return false;
    const { first } = this;
    let slot = first[this.bucket] as number;
    while (slot < 0) {
      this.bucket = (this.bucket + 1) & (first.length - 1);
      slot = first[this.bucket] as number;
    }
    first[this.bucket] = this.next[slot] as number;
    this.waiting -= 1;
    this.node = this.nodes[slot] as number;
    this.meters = this.distances[slot] as number;
    return true;
  }

  private grow(): void {
    const capacity = 2 * this.next.length + 64;
    const [next, nodes, distances] = [
      new Int32Array(capacity),
      new Uint32Array(capacity),
      new Float32Array(capacity),
    ];
    next.set(this.next);
    nodes.set(this.nodes);
    distances.set(this.distances);
    [this.next, this.nodes, this.distances] = [next, nodes, distances];
  }
}
