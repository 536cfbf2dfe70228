import { hasValidCheck } from './credit-code.ts';
import type { Checks } from './registration.ts';

/** What the check digit says of a licence code; a wrong one refuses nothing, a person looks. */
export const licenceCheckOf = (code: string | undefined): Checks['licence'] => {
  if (code === undefined) return 'missing';
  return hasValidCheck(code) ? 'valid' : 'check_digit_wrong';
};
