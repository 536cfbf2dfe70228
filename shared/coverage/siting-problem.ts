import type { CellRuns } from './cell-runs.ts';

/** Where new sites may stand, what each of them reaches, and what is to be won there. */
export type SitingProblem = {
  /** What each candidate site reaches. */
  runs: CellRuns;
  /** What is to be won in each cell: the people there that nothing covers yet. */
  weights: Float64Array;
  /** How many sites are to be chosen, the locked ones included. */
  count: number;
  /** Candidates that have to be among them. */
  locked?: readonly number[];
};

/** The same problem without the cells where nothing is to be won: what is chosen, and what it wins, stays. */
export const withoutEmptyCells = ({ runs, weights, ...rest }: SitingProblem): SitingProblem => {
  const rank = new Int32Array(weights.length + 1);
  for (let cell = 0; cell < weights.length; cell++)
    rank[cell + 1] = (rank[cell] as number) + ((weights[cell] as number) > 0 ? 1 : 0);
  return {
    ...rest,
    runs: {
      offsets: runs.offsets,
      from: runs.from.map((cell) => rank[cell] as number),
      to: runs.to.map((cell) => rank[cell] as number),
    },
    weights: weights.filter((weight) => weight > 0),
  };
};
