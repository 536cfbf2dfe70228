import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import type { AskedCoverage } from './asked-coverage.ts';
import { nameOf } from './coverage-inputs.ts';

/** A validator made of the inputs: whoever holds one holds what would be reckoned again. */
export const coverageEtag = (
  operation: string,
  coverage: AskedCoverage,
  coverageClass: CoverageClass,
): string => `W/"${nameOf([operation, coverageClass, coverage.name])}"`;
