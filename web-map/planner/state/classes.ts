import type { DemandLayer } from '../../../shared/area/area.ts';
import type { FacilityClass, Grade } from '../../../shared/coverage/coverage-answer.ts';
import type { CoverageGroup } from '../../../shared/coverage/coverage-class.ts';
import { CATEGORIES_OF_KIND } from '../../../shared/place/categories-of-kind.ts';
import type { Kind } from '../../../shared/place/kind.ts';

/** The codes of a record, in its order: the enumerations themselves would bring zod into the page. */
const codesOf = <Code extends string>(codes: Readonly<Record<Code, true>>) => Object.keys(codes) as Code[];

/** The needs that the table compares, most asked for first. */
export const COVERAGE_GROUPS = codesOf<CoverageGroup>({
  rest_stations: true,
  meals: true,
  charging: true,
  health: true,
  elderly_services: true,
  culture_and_sports: true,
  public_services: true,
});

/** The columns of the table: the needs, and toilets, which belong to none of them. */
export const COLUMNS: readonly FacilityClass[] = [...COVERAGE_GROUPS, 'public_toilet'];

export const CATEGORIES = Object.values(CATEGORIES_OF_KIND).flat();

export const FACILITY_CLASSES: readonly FacilityClass[] = [...COVERAGE_GROUPS, ...CATEGORIES];

export const DEMAND_LAYERS = codesOf<DemandLayer>({
  residents: true,
  households: true,
  riders: true,
  workers: true,
  night_riders: true,
});

export const GRADES = codesOf<Grade>({ red: true, orange: true, yellow: true, green: true });

export const isGroup = (code: FacilityClass): code is CoverageGroup =>
  (COVERAGE_GROUPS as readonly string[]).includes(code);

/** The shape that a proposed facility of a class has on the map. */
export const kindOfClass = (code: FacilityClass): Kind => {
  if (code === 'rest_stations') return 'station';
  const kinds = Object.keys(CATEGORIES_OF_KIND) as Kind[];
  return kinds.find((kind) => (CATEGORIES_OF_KIND[kind] as readonly string[]).includes(code)) ?? 'facility';
};
