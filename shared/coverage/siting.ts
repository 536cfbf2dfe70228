import { type CellRuns, fillSums, reached } from './cell-runs.ts';
import { lagrangianBound } from './siting-bound.ts';
import { type SitingProblem, withoutEmptyCells } from './siting-problem.ts';

/** A choice of sites, and how far at most the best possible one is from it. */
export type Siting = {
  /** Candidates, the locked ones first, then by what each adds to those before it. */
  sites: { candidate: number; gain: number; total: number; isLocked: boolean }[];
  /** What all of them win together. */
  total: number;
  /** No choice of so many sites wins more than this. */
  bound: number;
  /** Share of the bound, 0 to 1, that the best possible choice might win beyond this one. */
  gapToBest: number;
};

/** Sites are swapped so many times over at most; mostly nothing is won after a few. */
const MOST_SWAP_ROUNDS = 20;
/** The bound is drawn nearer in so many steps at most. */
const MOST_BOUND_STEPS = 400;
const LEAST_BOUND_STEPS = 20;

/**
 * So many looks at cells and runs go into swapping, and so many into the bound: a few seconds each. Only ground of more
 * than a million cells needs more; there less is swapped, and the bound is looser, never wrong.
 */
const MOST_LOOKS = 1_000_000_000;

/** How much of both is worth trying: the same for the same problem on every computer. */
export const effortFor = ({
  runs,
  weights,
  count,
}: SitingProblem): { swapRounds: number; boundIterations: number } => {
  const [cells, lengths] = [weights.length, runs.from.length];
  const round = 2 * count * (cells + lengths);
  // An iteration passes over the cells for sums, for the bound and twice for the step.
  const iteration = 4 * cells + lengths;
  return {
    swapRounds: Math.min(MOST_SWAP_ROUNDS, Math.floor(MOST_LOOKS / Math.max(1, round))),
    boundIterations: Math.min(
      MOST_BOUND_STEPS,
      Math.max(LEAST_BOUND_STEPS, Math.floor(MOST_LOOKS / Math.max(1, iteration))),
    ),
  };
};

/**
 * Chooses sites that reach the most people not covered yet (maximal covering location, Church and ReVelle 1974):
 * greedily, which reaches at least 63 % of the best, then by swapping one site for another while that wins people,
 * and last a Lagrangian bound says how good the answer is. With running sums a candidate's gain costs its rows, not
 * its cells, so every gain is simply reckoned anew: a heap of stale ones (lazy greedy) would save nothing.
 */
export const chooseSites = (given: SitingProblem): Siting => {
  if (given.count === 1 && !given.locked?.length) return bestSite(given);
  const problem = withoutEmptyCells(given);
  const { runs, weights, count, locked = [] } = problem;
  const { swapRounds, boundIterations } = effortFor(problem);
  const candidates = runs.offsets.length - 1;
  const choice = new Choice(runs, weights);
  for (const site of locked) choice.add(site);
  const wanted = Math.min(count, candidates);
  while (choice.sites.length < wanted) {
    const best = choice.best();
    if (best.gain <= 0) break;
    choice.add(best.candidate);
  }
  swap(choice, new Set(locked), swapRounds);
  const sites = inOrder(choice, runs, weights, locked);
  const total = sites.at(-1)?.total ?? 0;
  // Nothing wins more than all there is: where the choice leaves next to nobody, that is the better bound.
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const relaxed =
    choice.left > LEAST_GAIN
      ? lagrangianBound({ runs, weights, count: wanted, locked }, total, boundIterations)
      : all;
  const bound = Math.max(total, Math.min(all, relaxed));
  return { sites, total, bound, gapToBest: bound > 0 ? (bound - total) / bound : 0 };
};

/** The one site that wins the most: no choice of one is better, so that nothing has to be swapped or bounded. */
const bestSite = ({ runs, weights }: SitingProblem): Siting => {
  const sums = new Float64Array(weights.length + 1);
  fillSums(sums, weights);
  let [candidate, gain] = [-1, 0];
  for (let site = 0; site < runs.offsets.length - 1; site++) {
    const here = reached(runs, site, sums);
    if (here > gain) [candidate, gain] = [site, here];
  }
  const sites = candidate < 0 ? [] : [{ candidate, gain, total: gain, isLocked: false }];
  return { sites, total: gain, bound: gain, gapToBest: 0 };
};

/** Sites chosen so far, how many of them reach each cell, and running sums over what none of them does. */
class Choice {
  readonly sites: number[] = [];
  readonly #runs: CellRuns;
  readonly #weights: Float64Array;
  readonly #left: Float64Array;
  readonly #times: Uint16Array;
  readonly #sums: Float64Array;

  constructor(runs: CellRuns, weights: Float64Array) {
    this.#runs = runs;
    this.#weights = weights;
    this.#left = weights.slice();
    this.#times = new Uint16Array(weights.length);
    this.#sums = new Float64Array(weights.length + 1);
    fillSums(this.#sums, this.#left);
  }

  add(site: number): void {
    this.sites.push(site);
    this.#change(site, 1);
  }

  remove(site: number): void {
    this.sites.splice(this.sites.indexOf(site), 1);
    this.#change(site, -1);
  }

  /** What a candidate would add. */
  gain(candidate: number): number {
    return reached(this.#runs, candidate, this.#sums);
  }

  /** What nobody reaches. */
  get left(): number {
    return this.#sums.at(-1) as number;
  }

  /** The candidate that adds the most; of equals the first. */
  best(): { candidate: number; gain: number } {
    let [candidate, most] = [-1, 0];
    const [runs, sums] = [this.#runs, this.#sums];
    for (let at = 0; at < runs.offsets.length - 1; at++) {
      const gain = reached(runs, at, sums);
      if (gain > most) [candidate, most] = [at, gain];
    }
    return { candidate, gain: most };
  }

  #change(site: number, by: 1 | -1): void {
    const { offsets, from, to } = this.#runs;
    // Built for older browsers every look at a private field is one into a WeakMap.
    const [weights, left, times] = [this.#weights, this.#left, this.#times];
    const end = offsets[site + 1] as number;
    for (let run = offsets[site] as number; run < end; run++) {
      for (let cell = from[run] as number; cell < (to[run] as number); cell++) {
        const count = (times[cell] as number) + by;
        times[cell] = count;
        left[cell] = count === 0 ? (weights[cell] as number) : 0;
      }
    }
    fillSums(this.#sums, left);
  }
}

/** Rounding of running sums must not look like a gain, or two equal sites would be swapped for ever. */
const LEAST_GAIN = 1e-6;

/** Takes each site out in turn and puts the best candidate in its place, until none is better or rounds are over. */
const swap = (choice: Choice, locked: ReadonlySet<number>, rounds: number): void => {
  for (let round = 0; round < rounds && choice.left > LEAST_GAIN; round++) {
    let isBetter = false;
    for (const site of [...choice.sites]) {
      if (locked.has(site)) continue;
      choice.remove(site);
      const own = choice.gain(site);
      const best = choice.best();
      const isWorth = best.gain > own * (1 + LEAST_GAIN) + LEAST_GAIN;
      choice.add(isWorth ? best.candidate : site);
      isBetter ||= isWorth;
    }
    if (!isBetter) return;
  }
};

/** The chosen sites by what each adds to those before it. */
const inOrder = (
  chosen: Choice,
  runs: CellRuns,
  weights: Float64Array,
  locked: readonly number[],
): Siting['sites'] => {
  const again = new Choice(runs, weights);
  const sites: Siting['sites'] = [];
  const left = new Set(chosen.sites);
  let total = 0;
  const take = (candidate: number, isLocked: boolean) => {
    const gain = again.gain(candidate);
    total += gain;
    sites.push({ candidate, gain, total, isLocked });
    again.add(candidate);
    left.delete(candidate);
  };
  for (const site of locked) take(site, true);
  while (left.size > 0) {
    const [first] = left as unknown as [number];
    let best = first;
    for (const site of left) if (again.gain(site) > again.gain(best)) best = site;
    take(best, false);
  }
  return sites;
};
