import type { Coverage } from '../../shared/coverage/coverage.ts';
import type { CoverageWarning } from '../../shared/coverage/coverage-answer.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { classWarnings } from '../../shared/coverage/warnings.ts';
import type { AskedCoverage } from './asked-coverage.ts';

/** What has to be known of an answer of one class: of its inputs, then of what was reckoned. */
export const coverageWarnings = (
  { warnings, inputs, unknown }: AskedCoverage,
  engine: Coverage,
  coverageClass: CoverageClass,
): CoverageWarning[] => [
  ...warnings,
  ...classWarnings(engine, coverageClass, { places: inputs.places, unknown }),
];
