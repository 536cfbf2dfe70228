import { type CoverageClass, categoriesOfClass } from './coverage-class.ts';
import { reachMeters } from './reach.ts';
import type { Standard, StandardsOfClass } from './standard.ts';

const APPENDIX_C = '附录C';

/** What texts say, and what holds where none was found. None of it was read in the standard itself. */
export const STANDARDS: readonly Standard[] = [
  { class: 'kindergarten', reach: { meters: 300 }, source: 'gb_50180_2018', status: 'third_party' },
  { class: 'kindergarten', reach: { meters: 300 }, source: 'td_t_1062_2021', status: 'third_party' },
  // Primary schools; a middle school may be 1000 m away. Places do not say which of the two they are.
  { class: 'school', reach: { meters: 500 }, source: 'gb_50180_2018', status: 'third_party' },
  { class: 'school', reach: { meters: 500 }, source: 'td_t_1062_2021', status: 'third_party' },
  {
    class: 'clinic',
    reach: { meters: 300 },
    source: 'gb_50180_2018',
    clause: APPENDIX_C,
    status: 'unverified',
  },
  { class: 'clinic', reach: { meters: 500 }, source: 'td_t_1062_2021', status: 'third_party' },
  { class: 'elderly_care', reach: { minutes: 5 }, source: 'shanghai_15_minute_2016', status: 'verified' },
  {
    class: 'culture',
    reach: { meters: 500 },
    source: 'gb_50180_2018',
    clause: APPENDIX_C,
    status: 'unverified',
  },
  {
    class: 'market',
    reach: { meters: 500 },
    source: 'gb_50180_2018',
    clause: APPENDIX_C,
    status: 'unverified',
  },
  {
    class: 'fitness',
    reach: { meters: 300 },
    source: 'gb_50180_2018',
    clause: APPENDIX_C,
    status: 'unverified',
  },
  { class: 'ebike_charging', reach: { meters: 900 }, source: 'national_charging_plan', status: 'unverified' },
  { class: 'service_hall', reach: { meters: 1000 }, source: 'gb_50180_2018', status: 'verified' },
];

/** Where nothing was found; 300 m suits stations in a dense core. */
const PRODUCT_DEFAULT_METERS = 500;

/**
 * The standards of a class: a subdistrict's own goes before all others; of sources that differ the stricter is in
 * force, and all are handed back to be shown. A group that nobody set one for takes those of its categories, the
 * strictest in force: it keeps its source and the `class` it is of, and is a choice of ours.
 */
export const standardsOf = (
  coverageClass: CoverageClass,
  overrides: readonly Standard[] = [],
): StandardsOfClass => {
  const own = overrides.filter((standard) => standard.class === coverageClass);
  const published = publishedFor(coverageClass, overrides);
  const [inForce = productDefault(coverageClass), ...others] = [...own, ...published];
  const isInConflict = others.some((other) => reachMeters(other) !== reachMeters(inForce));
  return { class: coverageClass, inForce, others, isInConflict };
};

/** What is said of a class or, for a group of which nobody says anything, of its categories; the strictest first. */
const publishedFor = (coverageClass: CoverageClass, overrides: readonly Standard[]): Standard[] => {
  const own = STANDARDS.filter((standard) => standard.class === coverageClass);
  if (own.length > 0) return own.toSorted(byReach);
  const all = categoriesOfClass(coverageClass)
    .filter((category) => category !== coverageClass)
    .map((category) => standardsOf(category, overrides))
    .filter(({ inForce }) => inForce.source !== 'product_default')
    .toSorted((a, b) => byReach(a.inForce, b.inForce));
  return [...all.map(({ inForce }) => inForce), ...all.flatMap(({ others }) => others)].map(
    (standard): Standard => ({ ...standard, status: 'local_policy' }),
  );
};

const byReach = (a: Standard, b: Standard): number => reachMeters(a) - reachMeters(b);

const productDefault = (coverageClass: CoverageClass): Standard => ({
  class: coverageClass,
  reach: { meters: PRODUCT_DEFAULT_METERS },
  source: 'product_default',
  status: 'local_policy',
});
