import * as z from 'zod';

/**
 * What a person may be given beside being signed in. `rider` and `merchant` are no grants: everybody signed in
 * is a rider, and whoever owns a place is its merchant.
 */
export const Role = z
  .enum(['steward', 'grid_staff', 'reviewer', 'planner', 'subdistrict_admin', 'system_admin'])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;
