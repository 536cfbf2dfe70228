import { DomainError } from '../../../shared/api/problem.ts';
import { env } from '../../runtime/env.ts';

/** What nothing but this machine reaches; the engine has an address of its own among them. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Refuses anything but an installation of this very machine, with the command's own sentence. */
export const requireLocal = (sentence: string): void => {
  const host = env.DYNAMODB_ENDPOINT && new URL(env.DYNAMODB_ENDPOINT).hostname;
  if (env.SECRETS_FILE === undefined || !host || !LOOPBACK.test(host)) {
    throw new DomainError('forbidden', sentence);
  }
};
