import type { Grant, GridCode } from './grant.ts';
import type { Role } from './role.ts';

/** Where something happens: a subdistrict, and the grid in it where that is known. */
export type Scope = { subdistrict: string; grid?: GridCode | undefined };

/** An admin of a subdistrict does whatever its staff does; a system admin does whatever anybody does. */
const plays = (grant: Grant, role: Role): boolean =>
  grant.role === role ||
  grant.role === 'system_admin' ||
  (grant.role === 'subdistrict_admin' && role !== 'system_admin');

/** Whether one of the grants gives one of the roles somewhere. */
export const hasRole = (grants: readonly Grant[], roles: readonly Role[]): boolean =>
  grants.some((grant) => roles.some((role) => plays(grant, role)));

/**
 * Whether one of the grants gives one of the roles at a place. A grant for some grids covers what lies in them,
 * and what lies in no known grid: somebody has to take care of it.
 */
export const covers = (
  grants: readonly Grant[],
  roles: readonly Role[],
  { subdistrict, grid }: Scope,
): boolean =>
  grants.some(
    (grant) =>
      roles.some((role) => plays(grant, role)) &&
      (grant.role === 'system_admin' ||
        (grant.subdistrict === subdistrict &&
          (grant.grids === undefined || grid === undefined || grant.grids.includes(grid)))),
  );

/** Whether one of the grants gives one of the roles in all grids of a subdistrict. */
export const coversWhole = (grants: readonly Grant[], roles: readonly Role[], subdistrict: string): boolean =>
  covers(
    grants.filter(({ grids }) => grids === undefined),
    roles,
    { subdistrict },
  );
