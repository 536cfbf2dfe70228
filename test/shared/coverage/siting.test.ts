import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellRuns, discRuns } from '../../../shared/coverage/cell-runs.ts';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import { groundOf } from '../../../shared/coverage/ground.ts';
import { cellAt } from '../../../shared/coverage/raster.ts';
import { chooseSites, effortFor } from '../../../shared/coverage/siting.ts';
import { lagrangianBound } from '../../../shared/coverage/siting-bound.ts';
import { candidateSites, runsOfSites, suggestSites } from '../../../shared/coverage/suggest-sites.ts';
import { at, countedBy, facility, outlineWithHole, squares } from '../../support/sample-ground.ts';

const CELLS = 30;

/** Candidates that each reach one or two runs of a line of cells. */
const problem = fc.record({
  weights: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: CELLS, maxLength: CELLS }),
  sites: fc.array(
    fc.array(fc.tuple(fc.nat(CELLS / 2 - 1), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 2 }),
    { minLength: 1, maxLength: 9 },
  ),
  count: fc.integer({ min: 1, max: 5 }),
  lockFirst: fc.boolean(),
});

/** The first run lies in the first half and the second one in the second: runs of one site do not overlap. */
const runsOf = (sites: readonly (readonly (readonly [number, number])[])[]): CellRuns => {
  const [offsets, from, to]: [number[], number[], number[]] = [[0], [], []];
  for (const runs of sites) {
    for (const [half, [start, length]] of runs.entries()) {
      const first = start + (half * CELLS) / 2;
      from.push(first);
      to.push(Math.min(first + length, ((half + 1) * CELLS) / 2));
    }
    offsets.push(from.length);
  }
  return { offsets: Int32Array.from(offsets), from: Int32Array.from(from), to: Int32Array.from(to) };
};

const won = ({ offsets, from, to }: CellRuns, weights: Float64Array, chosen: readonly number[]): number => {
  const cells = new Set<number>();
  for (const site of chosen)
    for (let run = offsets[site]!; run < offsets[site + 1]!; run++)
      for (let cell = from[run]!; cell < to[run]!; cell++) cells.add(cell);
  return [...cells].reduce((sum, cell) => sum + weights[cell]!, 0);
};

const choices = (candidates: number, count: number, first: number[] = []): number[][] => {
  if (first.length >= Math.min(count, candidates)) return [first];
  const next = (first.at(-1) ?? -1) + 1;
  return Array.from({ length: candidates - next }, (_, index) => next + index).flatMap((site) =>
    choices(candidates, count, [...first, site]),
  );
};

const greedy = (runs: CellRuns, weights: Float64Array, count: number, locked: number[]): number => {
  const chosen = [...locked];
  while (chosen.length < count) {
    const candidates = Array.from({ length: runs.offsets.length - 1 }, (_, site) => site);
    const best = candidates.reduce((a, b) =>
      won(runs, weights, [...chosen, b]) > won(runs, weights, [...chosen, a]) ? b : a,
    );
    chosen.push(best);
  }
  return won(runs, weights, chosen);
};

describe('chooseSites', () => {
  it('is never worse than greedy, and no choice wins more than its certificate allows', () => {
    fc.assert(
      fc.property(problem, ({ weights: given, sites, count, lockFirst }) => {
        const runs = runsOf(sites);
        const weights = Float64Array.from(given);
        const locked = lockFirst ? [0] : [];
        const siting = chooseSites({ runs, weights, count, locked });
        const chosen = siting.sites.map(({ candidate }) => candidate);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.slice(0, locked.length)).toEqual(locked);
        expect(siting.total).toBeCloseTo(won(runs, weights, chosen), 6);
        expect(siting.total).toBeGreaterThanOrEqual(greedy(runs, weights, count, locked) - 1e-6);
        const best = Math.max(
          ...choices(sites.length, count)
            .filter((choice) => locked.every((site) => choice.includes(site)))
            .map((choice) => won(runs, weights, choice)),
        );
        expect(siting.bound).toBeGreaterThanOrEqual(best - 1e-6);
        expect(siting.bound).toBeLessThanOrEqual(given.reduce((sum, weight) => sum + weight, 0) + 1e-6);
        // Whatever it is told to aim at, it stays a bound.
        for (const known of [0, best / 2, best])
          expect(
            lagrangianBound({ runs, weights, count: Math.min(count, sites.length), locked }, known, 50),
          ).toBeGreaterThanOrEqual(best - 1e-6);
        expect(siting.total).toBeGreaterThanOrEqual(best * (1 - siting.gapToBest) - 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('tells gains that fall from site to site and sum up to the total', () => {
    fc.assert(
      fc.property(problem, ({ weights, sites, count }) => {
        const siting = chooseSites({ runs: runsOf(sites), weights: Float64Array.from(weights), count });
        const gains = siting.sites.map(({ gain }) => gain);
        expect(gains).toEqual(gains.toSorted((a, b) => b - a));
        expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(siting.total, 6);
      }),
    );
  });

  it('finds nothing to choose where nobody is left or no candidate is given', () => {
    const none = { offsets: new Int32Array(1), from: new Int32Array(0), to: new Int32Array(0) };
    expect(chooseSites({ runs: none, weights: new Float64Array(4), count: 3 })).toEqual({
      sites: [],
      total: 0,
      bound: 0,
      gapToBest: 0,
    });
    const runs = runsOf([[[0, 5]], [[3, 5]]]);
    expect(chooseSites({ runs, weights: new Float64Array(CELLS), count: 2 }).sites).toEqual([]);
  });

  it('swaps what greedy took first and should not have', () => {
    // The middle one wins most alone; the two around it win all.
    const runs: CellRuns = {
      offsets: Int32Array.of(0, 1, 2, 3),
      from: Int32Array.of(2, 0, 5),
      to: Int32Array.of(8, 5, 10),
    };
    const siting = chooseSites({ runs, weights: new Float64Array(10).fill(1), count: 2 });
    expect(siting.total).toBe(10);
    expect(siting.gapToBest).toBeLessThan(0.01);
  });

  it('is tried to the end on ordinary ground, and on four million cells within a budget', () => {
    const ground = (cells: number, runsOfSite: number) => {
      const length = 2000 * runsOfSite;
      const runs = {
        offsets: new Int32Array(2001),
        from: new Int32Array(length),
        to: new Int32Array(length),
      };
      return { runs, weights: new Float64Array(cells), count: 20 };
    };
    expect(effortFor(ground(90_000, 100))).toEqual({ swapRounds: 20, boundIterations: 400 });
    const large = effortFor(ground(3_900_000, 900));
    expect(large.swapRounds).toBeLessThan(6);
    expect(large.boundIterations).toBeLessThan(80);
  });

  it('is the same whether or not cells lie between in which nothing is to be won', () => {
    const runs = (spread: number): CellRuns => ({
      offsets: Int32Array.of(0, 1, 2, 3),
      from: Int32Array.of(2, 0, 5).map((cell) => cell * spread),
      to: Int32Array.of(8, 5, 9).map((cell) => cell * spread),
    });
    const weights = (spread: number) =>
      Float64Array.from({ length: 10 * spread }, (_, cell) => (cell % spread === 0 ? cell / spread + 1 : 0));
    const dense = chooseSites({ runs: runs(1), weights: weights(1), count: 2 });
    expect(dense.total).toBe(45);
    expect(chooseSites({ runs: runs(7), weights: weights(7), count: 2 })).toEqual(dense);
  });
});

describe('suggestSites', () => {
  const homes = squares('home', -1100, -1000, 275, 8);
  const ground = groundOf({
    outline: outlineWithHole,
    demand: countedBy(homes, (index) => (index * 89) % 900),
  });
  const coverage = new Coverage(
    ground,
    [{ class: 'canteen', radiusMeters: 300, detourFactor: 1.3 }],
    [facility('old', [-500, -300])],
  );
  const { sites, spacingMeters } = candidateSites(ground, 500);
  const runs = runsOfSites(coverage, 'canteen', sites);

  it('offers candidates inside of the outline, no more than asked', () => {
    expect(sites.length).toBeGreaterThan(200);
    expect(sites.length).toBeLessThanOrEqual(500);
    expect(spacingMeters).toBeGreaterThan(0);
    for (const site of sites)
      expect(ground.inOutline[cellAt(ground.raster, site)]).toBeGreaterThanOrEqual(0.5);
  });

  it('promises what coverage then shows, to a percent', () => {
    const before = coverage.result('canteen').whole.coveredPeople;
    const siting = suggestSites(coverage, 'canteen', { count: 3, runs });
    const added = siting.sites.map(({ candidate }, index) => ({
      ...facility(`new${index}`, [0, 0]),
      position: sites[candidate]!,
    }));
    const after = new Coverage(ground, [coverage.question('canteen')], [...coverage.facilities, ...added]);
    const gained = after.result('canteen').whole.coveredPeople - before;
    expect(Math.abs(gained / siting.total - 1)).toBeLessThan(0.01);
    expect(siting.gapToBest).toBeLessThan(0.05);
  });
});

describe('discRuns', () => {
  it('holds the cells whose middles lie within the line, clipped at the raster', () => {
    const { raster } = groundOf({ outline: outlineWithHole });
    const { offsets } = discRuns(raster, [at(0, 0), at(9000, 0)], 200);
    const { from, to } = discRuns(raster, [at(0, 0)], 200);
    const cells = from.reduce((sum, first, run) => sum + to[run]! - first, 0);
    expect(Math.abs((cells * 100) / (Math.PI * 200 ** 2) - 1)).toBeLessThan(0.02);
    expect(offsets[2]).toBe(offsets[1]);
  });
});
