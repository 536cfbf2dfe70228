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
