import { DomainError } from '../../shared/api/problem.ts';

/** Holds a write to the version that its caller has seen. Throws `precondition_failed`. */
export const requireVersion = ({ version }: { version: number }, seen: number): void => {
  if (version !== seen)
    throw new DomainError('precondition_failed', `the stored version is ${version}, not ${seen}`);
};
