import type { GradedSummary } from '../../shared/coverage/class-coverage.ts';
import type { CoverageNumbers } from '../../shared/coverage/coverage-answer.ts';
import { areaId, type LayerDemand } from '../../shared/coverage/layer-demand.ts';

const rounded = (value: number, unit: number): number => Math.round(value / unit) * unit;
const share = (value: number): number => Number(rounded(value, 1e-4).toFixed(4));
const tenth = (value: number): number => Number(rounded(value, 0.1).toFixed(1));

/**
 * A summary as it is answered: shares to a hundredth of a percent, people and metres to a tenth. Where people were
 * counted and nobody is, that is told; there is no share of them.
 */
export const coverageNumbers = (summary: GradedSummary, isCounted: boolean): CoverageNumbers => {
  const { areaShare = 0, peopleShare, people, coveredPeople, p50Meters, p90Meters, worst, grade } = summary;
  return {
    areaShare: share(areaShare),
    ...(peopleShare !== undefined && { peopleShare: share(peopleShare) }),
    ...((isCounted || peopleShare !== undefined) && {
      people: tenth(people),
      coveredPeople: tenth(coveredPeople),
    }),
    ...(p50Meters !== undefined && { p50Meters: tenth(p50Meters) }),
    ...(p90Meters !== undefined && { p90Meters: tenth(p90Meters) }),
    ...(worst?.meters !== undefined && { worstMeters: tenth(worst.meters) }),
    ...(grade && { grade }),
  };
};

/** Tells of the whole (without an area) and of each area whether its people were counted. */
export const countedBy = ({ byBuilding, spread, uncounted }: LayerDemand) => {
  const isAnybodyCounted = byBuilding.length + spread.length > 0;
  const without = new Set(uncounted.map(areaId));
  return (area?: string): boolean => isAnybodyCounted && !(area !== undefined && without.has(area));
};
