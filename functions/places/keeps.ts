import { covers } from '../../shared/access/covers.ts';
import type { Role } from '../../shared/access/role.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Session } from '../runtime/session.ts';

const KEEPERS: readonly Role[] = ['grid_staff', 'reviewer'];

/** Whether somebody keeps this place: staff of some grids keep those, and what lies in none. */
export const keeps = ({ grants }: Pick<Session, 'grants'>, { subdistrict, grid }: Place): boolean =>
  covers(grants, KEEPERS, { subdistrict, grid });
