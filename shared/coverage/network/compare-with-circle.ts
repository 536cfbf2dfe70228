import { indexEdges } from './edge-index.ts';
import { createPointDistances } from './point-distances.ts';
import { type Snaps, snapPoints } from './snap-points.ts';
import type { StreetNetwork } from './street-network.ts';
import { createWalk } from './walk-distances.ts';

/** The side of a cell with which a disc is filled. */
const CELL_METERS = 10;

const MOST_SAMPLES = 100;

/** Shorter straight lines say more about where a street is entered than about the streets. */
const LEAST_DETOUR_METERS = 200;

export type CircleComparison = {
  radiusMeters: number;
  /** How many points of streets were tried. */
  samples: number;
  /** The mean share of the disc's area from which one walks to its middle within the radius. */
  reachableShare: number;
  /** The mean share of the disc's area of which nobody knows the way: too far from every street. */
  unknownShare: number;
  /** The median length on foot of a straight metre, between the middle and the crossings from 200 m to the radius. */
  detour: number | undefined;
};

/**
 * Compares what a circle of a radius covers with what people reach on foot: how far a straight-line analysis of these
 * streets claims too much. Sampled at up to 100 points that follow one another at equal steps along all streets, each
 * with its whole disc within the extent of the network and, where `isWanted` says so, within an area; the disc is
 * filled with cells of 10 m, from each of which one walks to the nearest street first. Undefined where no disc fits.
 */
export const compareWithCircle = (
  network: StreetNetwork,
  radiusMeters: number,
  isWanted: (x: number, y: number) => boolean = () => true,
): CircleComparison | undefined => {
  const index = indexEdges(network);
  const walk = createWalk(network);
  const distancesOf = createPointDistances(network);
  const samples = sampleStreets(network, radiusMeters, isWanted);
  const [offsetX, offsetY] = discCells(radiusMeters);
  const sums = { reached: 0, unknown: 0 };
  const detours: number[] = [];
  for (const { x, y, snap } of samples) {
    const nodes = walk(snap);
    const cells = snapPoints(
      index,
      offsetX.map((dx) => x + dx),
      offsetY.map((dy) => y + dy),
    );
    for (const meters of distancesOf(cells, nodes, snap)) {
      if (Number.isNaN(meters)) sums.unknown += 1 / offsetX.length;
      else if (meters <= radiusMeters) sums.reached += 1 / offsetX.length;
    }
    for (let node = 0; node < nodes.length; node++) {
      const straight = Math.hypot((network.nodeX[node] as number) - x, (network.nodeY[node] as number) - y);
      if (straight < LEAST_DETOUR_METERS || straight > radiusMeters) continue;
      if (nodes[node] === Number.POSITIVE_INFINITY) continue;
      detours.push((nodes[node] as number) / straight);
    }
  }
  if (samples.length === 0) return undefined;
  return {
    radiusMeters,
    samples: samples.length,
    reachableShare: sums.reached / samples.length,
    unknownShare: sums.unknown / samples.length,
    detour: detours.sort((a, b) => a - b)[Math.floor(detours.length / 2)],
  };
};

type Sample = { x: number; y: number; snap: Snaps };

/** A point every 10 m of all streets, of those that fit every so many: a street counts by its length. */
const sampleStreets = (
  network: StreetNetwork,
  radiusMeters: number,
  isWanted: (x: number, y: number) => boolean,
): Sample[] => {
  const { vertexStart, vertexX, vertexY, edgeLength } = network;
  const [west, east] = [vertexX.reduce((a, b) => Math.min(a, b)), vertexX.reduce((a, b) => Math.max(a, b))];
  const [south, north] = [vertexY.reduce((a, b) => Math.min(a, b)), vertexY.reduce((a, b) => Math.max(a, b))];
  const fits = (x: number, y: number) =>
    x - west >= radiusMeters &&
    east - x >= radiusMeters &&
    y - south >= radiusMeters &&
    north - y >= radiusMeters;
  const found: Sample[] = [];
  let since = 0;
  for (let edge = 0; edge < edgeLength.length; edge++) {
    let along = 0;
    for (let vertex = vertexStart[edge] as number; vertex + 1 < (vertexStart[edge + 1] as number); vertex++) {
      const [ax, ay] = [vertexX[vertex] as number, vertexY[vertex] as number];
      const [dx, dy] = [(vertexX[vertex + 1] as number) - ax, (vertexY[vertex + 1] as number) - ay];
      const length = Math.hypot(dx, dy);
      for (let step = CELL_METERS - since; step <= length; step += CELL_METERS) {
        const [x, y] = [ax + (dx * step) / length, ay + (dy * step) / length];
        if (!fits(x, y) || !isWanted(x, y)) continue;
        const snap = {
          edge: Int32Array.of(edge),
          along: Float32Array.of(along + step),
          meters: new Float32Array(1),
        };
        found.push({ x, y, snap });
      }
      since = (since + length) % CELL_METERS;
      along += length;
    }
  }
  const every = Math.max(1, found.length / MOST_SAMPLES);
  return Array.from(
    { length: Math.min(found.length, MOST_SAMPLES) },
    (_, sample) => found[Math.floor(sample * every)] as Sample,
  );
};

/** Where the cells of a disc lie from its middle. */
const discCells = (radiusMeters: number): [x: Float32Array, y: Float32Array] => {
  const cells: [number, number][] = [];
  const most = Math.ceil(radiusMeters / CELL_METERS);
  for (let row = -most; row < most; row++) {
    for (let column = -most; column < most; column++) {
      const [x, y] = [(column + 0.5) * CELL_METERS, (row + 0.5) * CELL_METERS];
      if (x * x + y * y <= radiusMeters * radiusMeters) cells.push([x, y]);
    }
  }
  return [Float32Array.from(cells, ([x]) => x), Float32Array.from(cells, ([, y]) => y)];
};
