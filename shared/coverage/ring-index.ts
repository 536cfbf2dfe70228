import { boxOfRings, type Ring } from './rings.ts';

/** Which edges of some rings pass through which piece of the plane, so that few have to be asked. */
export type RingIndex = {
  rings: readonly Ring[];
  /** Ends of every edge, x, y, x, y, ring after ring. */
  edges: Float64Array;
  /** Where the edges of each ring begin; one more at the end. */
  starts: Int32Array;
  side: number;
  west: number;
  south: number;
  columns: number;
  rows: number;
  /** Where the list of each bucket begins in `members`; one more at the end. */
  offsets: Int32Array;
  members: Int32Array;
};

const BUCKETS_PER_EDGE = 2;
const MOST_BUCKETS = 65_536;

/** Sorts the edges of rings into square buckets, by their boxes. */
export const ringIndex = (rings: readonly Ring[]): RingIndex => {
  const starts = startsOf(rings);
  const count = starts[rings.length] as number;
  const edges = new Float64Array(count * 4);
  const [west, south, east, north] = boxOfRings(rings);
  let edge = 0;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const to = (at + 2) % ring.length;
      const x = ring[at] as number;
      const y = ring[at + 1] as number;
      edges.set([x, y, ring[to] as number, ring[to + 1] as number], edge++ * 4);
    }
  }
  const wanted = Math.min(MOST_BUCKETS, Math.max(1, count * BUCKETS_PER_EDGE));
  const side = count === 0 ? 1 : Math.max(1, Math.sqrt(((east - west) * (north - south)) / wanted));
  const columns = count === 0 ? 0 : Math.floor((east - west) / side) + 1;
  const rows = count === 0 ? 0 : Math.floor((north - south) / side) + 1;
  const index = { rings, edges, starts, side, west, south, columns, rows };
  const offsets = new Int32Array(columns * rows + 1);
  for (let at = 0; at < count; at++)
    eachBucket(index, at, (bucket) => {
      offsets[bucket + 1] = (offsets[bucket + 1] as number) + 1;
    });
  for (let bucket = 1; bucket < offsets.length; bucket++)
    offsets[bucket] = (offsets[bucket] as number) + (offsets[bucket - 1] as number);
  const members = new Int32Array(offsets[offsets.length - 1] ?? 0);
  const next = offsets.slice();
  for (let at = 0; at < count; at++)
    eachBucket(index, at, (bucket) => {
      members[next[bucket] as number] = at;
      next[bucket] = (next[bucket] as number) + 1;
    });
  return { ...index, offsets, members };
};

/** The number of each ring's first edge, counted over all rings; one more at the end. */
export const startsOf = (rings: readonly Ring[]): Int32Array => {
  const starts = new Int32Array(rings.length + 1);
  for (const [index, ring] of rings.entries())
    starts[index + 1] = (starts[index] as number) + ring.length / 2;
  return starts;
};

type Grid = Pick<RingIndex, 'edges' | 'side' | 'west' | 'south' | 'columns' | 'rows'>;

const eachBucket = (
  { edges, side, west, south, columns }: Grid,
  edge: number,
  see: (bucket: number) => void,
) => {
  const column = (x: number) => Math.floor((x - west) / side);
  const row = (y: number) => Math.floor((y - south) / side);
  const [ax, ay, bx, by] = edges.subarray(edge * 4, edge * 4 + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const lastColumn = column(Math.max(ax, bx));
  const lastRow = row(Math.max(ay, by));
  for (let at = row(Math.min(ay, by)); at <= lastRow; at++)
    for (let across = column(Math.min(ax, bx)); across <= lastColumn; across++) see(at * columns + across);
};
