import * as z from 'zod';
import { SubdistrictCode } from '../place/place.ts';
import { Role } from './role.ts';

/** The code of a grid (网格) of a subdistrict, as staff write it. */
export const GridCode = z
  .string()
  .regex(/^[\p{L}\p{N}-]{1,20}$/u)
  .meta({ id: 'GridCode' });
export type GridCode = z.infer<typeof GridCode>;

/** A role in one subdistrict, or in some of its grids; only a system admin has none, being one everywhere. */
export const Grant = z
  .object({
    role: Role,
    subdistrict: SubdistrictCode.optional(),
    /** Absent: the whole subdistrict. */
    grids: z.array(GridCode).min(1).max(50).optional(),
  })
  .meta({ id: 'Grant' });
export type Grant = z.infer<typeof Grant>;
