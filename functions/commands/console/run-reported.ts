import { DomainError } from '../../../shared/api/problem.ts';
import type { Say } from './command-io.ts';

/** Runs a command; a refusal becomes one sentence and exit code 1, a bug stays a bug. */
export const runReported = async (complain: Say, command: () => Promise<number>): Promise<number> => {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    complain(error.message);
    return 1;
  }
};
