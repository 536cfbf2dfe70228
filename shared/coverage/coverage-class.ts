import { CATEGORIES_OF_KIND } from '../place/categories-of-kind.ts';
import type { Category } from '../place/kind.ts';

/** Classes that several categories fill together, most asked for first. */
export const CATEGORIES_OF_GROUP = {
  rest_stations: ['nuanxin_nest', 'charity_post', 'care_point'],
  meals: ['canteen', 'elderly_meal_point', 'lunch_point'],
  charging: ['ebike_charging', 'battery_swap'],
  health: ['clinic', 'pharmacy_point'],
  elderly_services: ['elderly_care', 'elderly_meal_point', 'neighbourhood_centre'],
  culture_and_sports: ['culture', 'fitness', 'library'],
  public_services: ['party_service', 'service_hall', 'neighbourhood_centre'],
} as const satisfies Record<string, readonly Category[]>;

export type CoverageGroup = keyof typeof CATEGORIES_OF_GROUP;

/** What coverage is asked of: one category of places, or a named group of them. */
export type CoverageClass = Category | CoverageGroup;

export const COVERAGE_GROUPS = Object.keys(CATEGORIES_OF_GROUP) as CoverageGroup[];

/** Every class, the groups first. */
export const COVERAGE_CLASSES: readonly CoverageClass[] = [
  ...COVERAGE_GROUPS,
  ...Object.values(CATEGORIES_OF_KIND).flat(),
];

/** The categories whose places serve a class. */
export const categoriesOfClass = (coverageClass: CoverageClass): readonly Category[] =>
  coverageClass in CATEGORIES_OF_GROUP
    ? CATEGORIES_OF_GROUP[coverageClass as CoverageGroup]
    : [coverageClass as Category];

/**
 * Whether a facility of a class counts for another: one of a category for itself and the groups it belongs to, one of
 * a group, which only a scenario proposes, for that group alone.
 */
export const serves = (offered: CoverageClass, asked: CoverageClass): boolean =>
  offered === asked || categoriesOfClass(asked).includes(offered as Category);
