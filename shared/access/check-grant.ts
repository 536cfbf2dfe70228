import { refusedField } from '../api/problem.ts';
import type { Grant } from './grant.ts';

/**
 * Whether a grant makes sense: a system admin is one everywhere, everybody else somewhere; an admin answers for a
 * whole subdistrict, since who may give roles may give themselves any.
 * @throws DomainError `invalid_request` with the field that is wrong.
 */
export const checkGrant = ({ role, subdistrict, grids }: Grant): void => {
  if ((role === 'system_admin') !== (subdistrict === undefined)) {
    throw refusedField('subdistrict', 'every role but system_admin belongs to one subdistrict');
  }
  if (grids !== undefined && (role === 'system_admin' || role === 'subdistrict_admin')) {
    throw refusedField('grids', 'an admin is one of the whole subdistrict');
  }
};
