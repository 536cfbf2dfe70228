import { DomainError } from '../../shared/api/problem.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import type { RequireScope } from '../runtime/session.ts';
import { getRegistration } from '../store/registrations.ts';

/**
 * A registration as staff get hold of it: one that was handed in, in a subdistrict and grid of theirs. A draft is
 * nobody's business but its applicant's.
 * @throws DomainError `not_found`, `forbidden`.
 */
export const getReviewedCase = async (id: string, requireScope: RequireScope): Promise<Registration> => {
  const registration = await getRegistration(id);
  const { subdistrict, grid, submittedAt } = registration;
  if (subdistrict === undefined || submittedAt === undefined)
    throw new DomainError('not_found', `path id: ${id}`);
  requireScope({ subdistrict, grid });
  return registration;
};
