import type { HolidayTable } from '../calendar/holidays.ts';
import { Coverage, type CoverageOptions, type GradedSummary, type Question } from './coverage.ts';
import type { Ground } from './ground.ts';
import { type Facility, facilitiesOfClass, openFacilities } from './open-facilities.ts';

/** How a class covers the whole at one moment. */
export type HourOfCoverage = {
  moment: Date;
  openCount: number;
  /** Facilities of the class whose hours nobody knows: they do not count. */
  unknownCount: number;
  whole: GradedSummary;
};

/** The coverage of one class at several moments; those with the same facilities open are reckoned once. */
export const coverageByHour = (
  ground: Ground,
  question: Question,
  facilities: readonly Facility[],
  moments: readonly Date[],
  holidays: HolidayTable,
  options: CoverageOptions = {},
): HourOfCoverage[] => {
  const own = facilitiesOfClass(facilities, question.class);
  const coverage = new Coverage(ground, [question], [], options);
  const known = new Map<string, GradedSummary>();
  return moments.map((moment) => {
    const { open, unknown } = openFacilities(own, moment, holidays);
    const key = open.map(({ id }) => id).join(' ');
    let whole = known.get(key);
    if (!whole) {
      coverage.setFacilities(open);
      whole = coverage.wholeOf(question.class);
      known.set(key, whole);
    }
    return { moment, openCount: open.length, unknownCount: unknown.length, whole };
  });
};
