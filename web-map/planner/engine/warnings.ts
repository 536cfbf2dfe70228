import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { holidayOn } from '../../../shared/calendar/holiday-on.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { Coverage } from '../../../shared/coverage/coverage.ts';
import type { CoverageWarning } from '../../../shared/coverage/coverage-answer.ts';
import { categoriesOfClass } from '../../../shared/coverage/coverage-class.ts';
import type { NetworkOrigin } from '../../../shared/coverage/network/street-network.ts';
import type { Facility } from '../../../shared/coverage/open-facilities.ts';
import type { PlannerData, Question } from './planner-engine.ts';

/** What was reckoned with: the facilities without hours, and where the streets are from that were walked. */
export type Reckoned = {
  coverage: Coverage;
  unknown: readonly Facility[];
  streets: NetworkOrigin | undefined;
};

/** What a planner has to know before believing a number. */
export const warningsOf = (
  { areas, buildings = [], buildingsSource, places }: PlannerData,
  question: Question,
  { coverage, unknown, streets }: Reckoned,
): CoverageWarning[] => {
  const { class: code } = question;
  const categories = categoriesOfClass(code);
  const { whole } = coverage.result(code);
  const unknownHours = unknown.filter(({ category }) => categories.includes(category)).length;
  const standing = buildings.filter(({ people }) => people[question.demand] !== undefined).length;
  const warnings: (CoverageWarning | false)[] = [
    !places.some(({ properties }) => categories.includes(properties.category)) && { code: 'no_facilities' },
    whole.peopleShare === undefined && { code: 'no_people' },
    standing > 0 && { code: 'people_by_building', values: { buildings: standing } },
    unknownHours > 0 && { code: 'hours_unknown', values: { places: unknownHours } },
    question.at !== undefined &&
      !holidayOn(localDateOf(new Date(question.at)), ANNOUNCED_HOLIDAYS).known && {
        code: 'holidays_not_announced',
      },
    whole.unknownShare >= 0.0005 && {
      code: 'unknown_cells',
      values: { percent: Math.round(whole.unknownShare * 1000) / 10 },
    },
    (areas.some(
      ({ source, peopleSources }) =>
        source.illustrative || peopleSources[question.demand]?.illustrative === true,
    ) ||
      (standing > 0 && buildingsSource?.illustrative === true)) && {
      code: 'illustrative_data',
    },
    question.mode === 'network' && !streets && { code: 'no_network' },
    streets?.illustrative === true && { code: 'illustrative_data', values: { input: 'network' } },
  ];
  return warnings.filter((warning) => warning !== false);
};
