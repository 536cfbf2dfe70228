import { type CellRuns, fillSums, reached } from './cell-runs.ts';
import type { SitingProblem } from './siting-problem.ts';

/**
 * A number that no choice of so many sites exceeds. Each cell's weight is divided between "reached by somebody"
 * and prices that its sites share: for any prices from 0 to the weight, what the cells keep plus the best `count`
 * sums of prices is an upper bound (Lagrangian relaxation of the covering constraints). Prices fall where several
 * chosen sites reach one cell and rise where none does (subgradient steps after Polyak, towards the known answer).
 */
export const lagrangianBound = (
  { runs, weights, count, locked = [] }: SitingProblem,
  known: number,
  iterations: number,
): number => {
  const { offsets, from, to } = runs;
  const candidates = offsets.length - 1;
  const cells = weights.length;
  // What locked sites reach is won in any case and leaves the game.
  const open = weights.slice();
  let won = 0;
  for (const site of locked)
    for (let run = offsets[site] as number; run < (offsets[site + 1] as number); run++)
      for (let cell = from[run] as number; cell < (to[run] as number); cell++) {
        won += open[cell] as number;
        open[cell] = 0;
      }
  const picks = count - locked.length;
  const isLocked = new Uint8Array(candidates);
  for (const site of locked) isLocked[site] = 1;
  const prices = open.slice();
  const sums = new Float64Array(cells + 1);
  const values = new Float64Array(candidates);
  const changes = new Int32Array(cells + 1);
  let best = Infinity;
  let pace = 1;
  let stale = 0;
  for (let iteration = 0; iteration < iterations && pace > LEAST_PACE; iteration++) {
    fillSums(sums, prices);
    for (let site = 0; site < candidates; site++)
      values[site] = isLocked[site] === 1 ? -1 : reached(runs, site, sums);
    const chosen = largest(values, picks);
    let bound = won;
    for (const site of chosen) bound += values[site] as number;
    for (let cell = 0; cell < cells; cell++) bound += (open[cell] as number) - (prices[cell] as number);
    if (bound < best * (1 - 1e-5)) stale = 0;
    else if (++stale >= PATIENCE) {
      pace /= 2;
      stale = 0;
    }
    best = Math.min(best, bound);
    if (best - known <= known * GOOD_ENOUGH) break;
    step(prices, open, changes, runs, chosen, pace * (bound - known));
  }
  return best;
};

const LEAST_PACE = 1e-3;
const PATIENCE = 12;
/** A bound this near to the answer proves it as good as best. */
const GOOD_ENOUGH = 1e-4;

/** Lowers the prices of cells that several chosen sites reach and raises those of cells that none does. */
const step = (
  prices: Float64Array,
  weights: Float64Array,
  changes: Int32Array,
  { offsets, from, to }: CellRuns,
  chosen: readonly number[],
  distance: number,
): void => {
  changes.fill(0);
  for (const site of chosen) {
    const end = offsets[site + 1] as number;
    for (let run = offsets[site] as number; run < end; run++) {
      const first = from[run] as number;
      const after = to[run] as number;
      changes[first] = (changes[first] as number) + 1;
      changes[after] = (changes[after] as number) - 1;
    }
  }
  // Steps in proportion to the weight of a cell: a tower and a lawn reach their price in as many.
  let norm = 0;
  let times = 0;
  for (let cell = 0; cell < prices.length; cell++) {
    times += changes[cell] as number;
    const weight = weights[cell] as number;
    if (times !== 1 && !(times === 0 && prices[cell] === weight)) norm += weight * (times - 1) ** 2;
  }
  if (norm === 0) return;
  const size = distance / norm;
  times = 0;
  for (let cell = 0; cell < prices.length; cell++) {
    times += changes[cell] as number;
    if (times === 1) continue;
    const weight = weights[cell] as number;
    const price = (prices[cell] as number) - size * weight * (times - 1);
    prices[cell] = price < 0 ? 0 : price > weight ? weight : price;
  }
};

/** The indexes of the largest values. */
const largest = (values: Float64Array, count: number): number[] => {
  if (count <= 0) return [];
  const threshold = values.toSorted()[Math.max(0, values.length - count)] as number;
  const chosen: number[] = [];
  for (let at = 0; at < values.length; at++) if ((values[at] as number) > threshold) chosen.push(at);
  for (let at = 0; at < values.length && chosen.length < count; at++)
    if (values[at] === threshold && threshold >= 0) chosen.push(at);
  return chosen;
};
