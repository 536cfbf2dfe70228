import type { CheckResult } from '../photo/photo.ts';

const BEST_FIRST: readonly CheckResult[] = ['pass', 'pending', 'failed', 'review', 'risky'];

/** The one result of several that a person has to know: `pass` only where all passed, or nothing was checked. */
export const worstCheck = (results: readonly CheckResult[]): CheckResult =>
  results.reduce(
    (worst, result) => (BEST_FIRST.indexOf(result) > BEST_FIRST.indexOf(worst) ? result : worst),
    'pass',
  );
