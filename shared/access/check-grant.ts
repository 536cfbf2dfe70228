import { DomainError } from '../api/problem.ts';
import type { Grant } from './grant.ts';

/**
 * Whether a grant makes sense: a system admin is one everywhere, everybody else somewhere; an admin answers for a
 * whole subdistrict, since who may give roles may give themselves any.
 * @throws DomainError `invalid_request` with the field that is wrong.
 */
export const checkGrant = ({ role, subdistrict, grids }: Grant): void => {
  if ((role === 'system_admin') !== (subdistrict === undefined)) {
    throw refusal('subdistrict', 'every role but system_admin belongs to one subdistrict');
  }
  if (grids !== undefined && (role === 'system_admin' || role === 'subdistrict_admin')) {
    throw refusal('grids', 'an admin is one of the whole subdistrict');
  }
};

const refusal = (field: string, message: string) =>
  new DomainError('invalid_request', `body ${field}: ${message}`, {
    fields: [{ in: 'body', field, message }],
  });
