import { buildNetwork } from '../../shared/coverage/network/build-network.ts';
import { indexEdges } from '../../shared/coverage/network/edge-index.ts';
import { decodeNetwork, encodeNetwork } from '../../shared/coverage/network/network-file.ts';
import { createPointDistances } from '../../shared/coverage/network/point-distances.ts';
import { type Snaps, snapPoints } from '../../shared/coverage/network/snap-points.ts';
import type { StreetNetwork } from '../../shared/coverage/network/street-network.ts';
import { createWalk } from '../../shared/coverage/network/walk-distances.ts';
import { dice, FROM, ORIGIN, townOf } from '../support/street-grid.ts';
import { median, quantile, type Row, type Section } from './rows.ts';

/** A town of 22,000 crossings, as a subdistrict with all its footways and margin has. */
const SIDE = 157;
const FACILITIES = 200;
/** The raster: 300 by 300 cells of 10 m in the midst of the town. */
const CELLS = 300;
const RUNS = 60;

/** The street network: one class of facilities walked from, as whenever one of them is dragged. */
export const network = async (): Promise<Section[]> => {
  const town = townOf(SIDE, SIDE);
  const [buildMs, { network: streets }] = timed(() => buildNetwork(town, ORIGIN, FROM));
  const [indexMs, index] = timed(() => indexEdges(streets));
  const cells = Array.from({ length: CELLS * CELLS }, (_, cell) => [
    ((cell % CELLS) - CELLS / 2) * 10,
    (Math.floor(cell / CELLS) - CELLS / 2) * 10,
  ]);
  const [snapMs, points] = timed(() =>
    snapPoints(
      index,
      cells.map(([x = 0]) => x),
      cells.map(([, y = 0]) => y),
    ),
  );
  const roll = dice(11);
  const [x, y] = [0, 1].map(() => Array.from({ length: FACILITIES }, () => (roll() - 0.5) * SIDE * 55)) as [
    number[],
    number[],
  ];
  const facilities = snapPoints(index, x, y);
  const rows: Row[] = [
    { what: 'nodes', value: streets.nodeX.length, unit: '' },
    { what: 'edges', value: streets.edgeLength.length, unit: '' },
    ...fileRows(streets),
    { what: 'building it from its streets, once', value: buildMs, unit: 'ms' },
    { what: 'index of its edges, once', value: indexMs, unit: 'ms' },
    { what: `snapping ${CELLS * CELLS} cells, once`, value: snapMs, unit: 'ms' },
    ...walkRows(streets, facilities),
    ...cellRows(streets, facilities, points, () => snapPoints(index, x, y)),
  ];
  return [{ title: `Street network, ${FACILITIES} facilities of one class`, rows }];
};

const fileRows = (streets: StreetNetwork): Row[] => {
  const bytes = encodeNetwork(streets);
  return [
    { what: 'its file', value: bytes.length / 1e6, unit: 'MB' },
    { what: 'decoding it', value: medianOf(() => decodeNetwork(bytes)), unit: 'ms' },
  ];
};

const walkRows = (streets: StreetNetwork, facilities: Snaps): Row[] => {
  const walk = createWalk(streets);
  const into = new Float32Array(streets.nodeX.length);
  const fast = medianOf(() => walk(facilities, { into }));
  const neighbours = neighboursOf(streets);
  const plain = medianOf(() => walkPlainly(streets, neighbours, facilities), 5);
  const peer = walkPlainly(streets, neighbours, facilities);
  const isSame = into.every((meters, node) => Math.abs(meters - (peer[node] as number)) < 0.5);
  if (!isSame) throw new Error('the two searches disagree');
  return [
    { what: 'distance of every node', value: fast, unit: 'ms', most: 5 },
    { what: 'the same with objects, a Map and a binary heap', value: plain, unit: 'ms' },
  ];
};

const cellRows = (streets: StreetNetwork, facilities: Snaps, points: Snaps, snap: () => Snaps): Row[] => {
  const walk = createWalk(streets);
  const distancesOf = createPointDistances(streets);
  const nodes = walk(facilities);
  const field = new Float32Array(points.edge.length);
  const whole = (): void => {
    const sources = snap();
    distancesOf(points, walk(sources, { into: nodes }), sources, field);
  };
  // As often as a facility is dragged: every facility is walked from anew.
  const times = Array.from({ length: 4 * RUNS }, () => timed(whole)[0]).slice(RUNS);
  return [
    { what: 'snapping the facilities', value: medianOf(snap), unit: 'ms' },
    {
      what: 'distance of every cell from those of the nodes',
      value: medianOf(() => distancesOf(points, nodes, facilities, field)),
      unit: 'ms',
    },
    { what: 'all of it, facilities to cells: median', value: median(times), unit: 'ms', most: 5 },
    { what: 'all of it, p99', value: quantile(times, 0.99), unit: 'ms', most: 5 },
    { what: 'its processor time, mean', value: processorTimeOf(whole), unit: 'ms' },
  ];
};

type Neighbours = Map<number, { to: number; meters: number }[]>;

const neighboursOf = (streets: StreetNetwork): Neighbours => {
  const neighbours: Neighbours = new Map();
  const join = (from: number, to: number, meters: number) =>
    neighbours.set(from, [...(neighbours.get(from) ?? []), { to, meters }]);
  for (const [edge, meters] of streets.edgeLength.entries()) {
    join(streets.edgeFrom[edge] as number, streets.edgeTo[edge] as number, meters);
    join(streets.edgeTo[edge] as number, streets.edgeFrom[edge] as number, meters);
  }
  return neighbours;
};

/** The same search as one would write it at first: for scale. */
const walkPlainly = (streets: StreetNetwork, neighbours: Neighbours, sources: Snaps): number[] => {
  const heap: { node: number; meters: number }[] = [];
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as (typeof heap)[0], heap[a] as (typeof heap)[0]];
  };
  const metersAt = (slot: number) => heap[slot]?.meters ?? Number.POSITIVE_INFINITY;
  const push = (node: number, meters: number) => {
    heap.push({ node, meters });
    for (let slot = heap.length - 1; slot > 0; slot = (slot - 1) >> 1) {
      if (metersAt((slot - 1) >> 1) <= metersAt(slot)) break;
      swap(slot, (slot - 1) >> 1);
    }
  };
  const pop = () => {
    swap(0, heap.length - 1);
    const first = heap.pop();
    for (let slot = 0; ; ) {
      const child = metersAt(2 * slot + 1) <= metersAt(2 * slot + 2) ? 2 * slot + 1 : 2 * slot + 2;
      if (metersAt(child) >= metersAt(slot)) break;
      swap(slot, child);
      slot = child;
    }
    return first;
  };
  const distances = Array.from(streets.nodeX, () => Number.POSITIVE_INFINITY);
  for (const [source, edge] of sources.edge.entries()) {
    if (edge < 0) continue;
    const [along, meters] = [sources.along[source] as number, sources.meters[source] as number];
    push(streets.edgeFrom[edge] as number, meters + along);
    push(streets.edgeTo[edge] as number, meters + (streets.edgeLength[edge] as number) - along);
  }
  for (let here = pop(); here; here = pop()) {
    if (here.meters >= (distances[here.node] as number)) continue;
    distances[here.node] = here.meters;
    for (const { to, meters } of neighbours.get(here.node) ?? []) push(to, here.meters + meters);
  }
  return distances;
};

const timed = <Result>(work: () => Result): [milliseconds: number, result: Result] => {
  const begun = performance.now();
  const result = work();
  return [performance.now() - begun, result];
};

/** The median of many runs after as many to warm up. */
const medianOf = (work: () => unknown, runs = RUNS): number => {
  for (let run = 0; run < runs; run++) work();
  return median(Array.from({ length: runs }, () => timed(work)[0]));
};

/** The mean processor time of many runs: what is left of a number when a busy machine keeps it waiting. */
const processorTimeOf = (work: () => void): number => {
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / RUNS;
};
