import { covers } from '../../../shared/access/covers.ts';
import type { Grant } from '../../../shared/access/grant.ts';
import type { Role } from '../../../shared/access/role.ts';

export type Section = 'review' | 'work' | 'places' | 'table' | 'record' | 'members';

/** Who has a section, as the routes behind it say. */
const ROLES: Readonly<Record<Section, readonly Role[]>> = {
  review: ['reviewer'],
  work: ['grid_staff', 'reviewer'],
  places: ['grid_staff', 'reviewer'],
  table: ['grid_staff', 'reviewer'],
  record: ['reviewer'],
  members: ['subdistrict_admin'],
};

export const SECTIONS = Object.keys(ROLES) as Section[];

/** The sections that somebody's grants open in a subdistrict. */
export const sectionsIn = (grants: readonly Grant[], subdistrict: string): Section[] =>
  SECTIONS.filter((section) => covers(grants, ROLES[section], { subdistrict }));

/** The subdistricts in which somebody has any section, in the order of the list. */
export const subdistrictsOf = (grants: readonly Grant[], known: readonly string[]): string[] => {
  const granted = grants.flatMap(({ subdistrict }) => subdistrict ?? []);
  return [...new Set([...known, ...granted])].filter((code) => sectionsIn(grants, code).length > 0);
};

/** The grids somebody's grants name in a subdistrict; none where a grant is for all of it. */
export const gridsIn = (grants: readonly Grant[], subdistrict: string): string[] => {
  const here = grants.filter((grant) => grant.subdistrict === subdistrict);
  return here.some(({ grids }) => !grids) ? [] : [...new Set(here.flatMap(({ grids }) => grids ?? []))];
};
