import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { COVERAGE_GROUPS, type CoverageGroup } from '../../../shared/coverage/coverage-class.ts';
import { CATEGORIES_OF_KIND } from '../../../shared/place/categories-of-kind.ts';
import type { Kind } from '../../../shared/place/kind.ts';

/** The columns of the table: the needs, and toilets, which belong to none of them. */
export const COLUMNS: readonly FacilityClass[] = [...COVERAGE_GROUPS, 'public_toilet'];

export const isGroup = (code: FacilityClass): code is CoverageGroup =>
  (COVERAGE_GROUPS as readonly string[]).includes(code);

/** The shape that a proposed facility of a class has on the map. */
export const kindOfClass = (code: FacilityClass): Kind => {
  if (code === 'rest_stations') return 'station';
  const kinds = Object.keys(CATEGORIES_OF_KIND) as Kind[];
  return kinds.find((kind) => (CATEGORIES_OF_KIND[kind] as readonly string[]).includes(code)) ?? 'facility';
};
