import { ANNOUNCED_HOLIDAYS } from '../calendar/announced-holidays.ts';
import { localDateOf } from '../calendar/shanghai-time.ts';
import type { PlaceFeature } from '../place/place-summary.ts';
import type { Coverage } from './coverage.ts';
import type { CoverageWarning } from './coverage-answer.ts';
import { type CoverageClass, serves } from './coverage-class.ts';
import { type DatedInputs, dataDatesOf } from './data-dates.ts';
import type { GroundWarning } from './ground.ts';
import type { LayerDemand } from './layer-demand.ts';
import { type Facility, facilitiesOfClass } from './open-facilities.ts';

/** What is older than this many years is used and said. */
const OLD_YEARS = 3;

/** What an answer of any class was reckoned from. */
export type Reckoned = Omit<DatedInputs, 'streets'> & {
  isAlongStreets: boolean;
  /** The streets that were walked; undefined where none are loaded. */
  streets: { date: string; illustrative: boolean } | undefined;
  /** Undefined where hours are ignored. */
  moment: Date | undefined;
  /** Changes of a scenario whose places are gone. */
  lostChanges: number;
  now: Date;
};

/** What has to be known of the inputs before believing a number, whatever the class. */
export const inputWarnings = (reckoned: Reckoned): CoverageWarning[] => {
  const { isAlongStreets, streets, people, moment, lostChanges } = reckoned;
  return [
    ...(isAlongStreets && !streets ? [{ code: 'no_network' as const }] : []),
    ...peopleWarnings(people),
    ...(moment ? holidayWarnings(moment) : []),
    ...(lostChanges > 0 ? [{ code: 'changes_without_place' as const, values: { count: lostChanges } }] : []),
    ...illustrativeInputs(reckoned).map((input) => ({
      code: 'illustrative_data' as const,
      values: { input },
    })),
    ...oldInputs(reckoned).map(([input, date]) => ({ code: 'old_data' as const, values: { input, date } })),
  ];
};

/** What is true of one class, by its places, those whose hours nobody knows, and what was reckoned of it. */
export const classWarnings = (
  coverage: Coverage,
  coverageClass: CoverageClass,
  { places, unknown }: { places: readonly PlaceFeature[]; unknown: readonly Facility[] },
): CoverageWarning[] => {
  const { facilityCount, whole } = coverage.result(coverageClass);
  const withoutHours = facilitiesOfClass(unknown, coverageClass).length;
  const illustrative = places.filter(
    ({ properties }) => properties.illustrative && serves(properties.category, coverageClass),
  ).length;
  const percent = Math.round(whole.unknownShare * 1000) / 10;
  return [
    ...(facilityCount === 0 ? [{ code: 'no_facilities' as const }] : []),
    ...(withoutHours > 0 ? [{ code: 'hours_unknown' as const, values: { places: withoutHours } }] : []),
    ...(illustrative > 0
      ? [{ code: 'illustrative_data' as const, values: { input: 'places', places: illustrative } }]
      : []),
    ...(percent > 0 ? [{ code: 'unknown_cells' as const, values: { percent } }] : []),
    ...groundWarnings(coverage.ground.warnings),
  ];
};

const peopleWarnings = ({ layer, byBuilding, spread, uncounted }: LayerDemand): CoverageWarning[] => {
  if (byBuilding.length + spread.length === 0) return [{ code: 'no_people', values: { layer } }];
  const standing = byBuilding.reduce((sum, each) => sum + each.buildings.length, 0);
  return [
    ...(uncounted.length > 0
      ? [{ code: 'no_people' as const, values: { layer, areas: uncounted.length } }]
      : []),
    ...(standing > 0
      ? [{ code: 'people_by_building' as const, values: { buildings: standing, spread: spread.length } }]
      : []),
  ];
};

const holidayWarnings = (moment: Date): CoverageWarning[] => {
  const year = Number(localDateOf(moment).slice(0, 4));
  return ANNOUNCED_HOLIDAYS.years.includes(year)
    ? []
    : [{ code: 'holidays_not_announced', values: { year } }];
};

const illustrativeInputs = ({ areas, people, buildingsSource, streets }: Reckoned): string[] => {
  const isGuessed =
    people.spread.some(({ peopleSources }) => peopleSources[people.layer]?.illustrative) ||
    (people.byBuilding.length > 0 && buildingsSource?.illustrative === true);
  return [
    ...(areas.some(({ source }) => source.illustrative) ? ['areas'] : []),
    ...(isGuessed ? ['people'] : []),
    ...(streets?.illustrative ? ['network'] : []),
  ];
};

/** Places change every day: they have no age. */
const oldInputs = (reckoned: Reckoned): [string, string][] => {
  const today = localDateOf(reckoned.now);
  const limit = `${Number(today.slice(0, 4)) - OLD_YEARS}${today.slice(4)}`;
  return Object.entries(dataDatesOf({ ...reckoned, placesDate: undefined })).filter(
    ([, date]) => date < limit,
  );
};

const groundWarnings = (warnings: readonly GroundWarning[]): CoverageWarning[] => {
  const people = warnings.reduce((sum, each) => sum + (each.code === 'demand_outside' ? each.amount : 0), 0);
  const areas = warnings.filter(({ code }) => code === 'area_outside').length;
  return [
    ...warnings.flatMap(groundWarning),
    ...(people >= 0.5 ? [{ code: 'demand_outside' as const, values: { people: Math.round(people) } }] : []),
    ...(areas > 0 ? [{ code: 'area_outside' as const, values: { areas } }] : []),
  ];
};

const groundWarning = (warning: GroundWarning): CoverageWarning[] => {
  if (warning.code === 'cells_enlarged')
    return [{ code: 'coarse_cells', values: { meters: Math.round(warning.cellMeters) } }];
  if (warning.code === 'people_without_area')
    return [
      {
        code: 'not_covered_by_areas',
        values: { kind: warning.level, people: Math.round(warning.people) },
      },
    ];
  return [];
};
