import { ApiError } from '../../../shared/api/client.ts';
import type { ErrorCode } from '../../../shared/api/problem.ts';

/** Codes that mean: what is on the screen is no longer how it stands. */
const OUTDATED: readonly ErrorCode[] = [
  'precondition_failed',
  'wrong_state',
  'claimed_by_another',
  'conflict',
];

/** Whether a look at the newest state is the way on from what a call was rejected with. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof ApiError && error.problem !== undefined && OUTDATED.includes(error.problem.code);
