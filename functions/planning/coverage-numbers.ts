import type { GradedSummary } from '../../shared/coverage/coverage.ts';
import type { CoverageNumbers } from '../../shared/coverage/coverage-answer.ts';

const rounded = (value: number, unit: number): number => Math.round(value / unit) * unit;
const share = (value: number): number => Number(rounded(value, 1e-4).toFixed(4));
const tenth = (value: number): number => Number(rounded(value, 0.1).toFixed(1));

/** A summary as it is answered: shares to a hundredth of a percent, people and metres to a tenth. */
export const coverageNumbers = (summary: GradedSummary): CoverageNumbers => {
  const { areaShare = 0, peopleShare, people, coveredPeople, p50Meters, p90Meters, worst, grade } = summary;
  return {
    areaShare: share(areaShare),
    ...(peopleShare !== undefined && {
      peopleShare: share(peopleShare),
      people: tenth(people),
      coveredPeople: tenth(coveredPeople),
    }),
    ...(p50Meters !== undefined && { p50Meters: tenth(p50Meters) }),
    ...(p90Meters !== undefined && { p90Meters: tenth(p90Meters) }),
    ...(worst?.meters !== undefined && { worstMeters: tenth(worst.meters) }),
    ...(grade && { grade }),
  };
};
