import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { caseAnswer } from './case-answer.ts';
import { getReviewedCase } from './reviewed-case.ts';

/** Everything a reviewer needs to decide. */
export const getCase: Operation<typeof registrationRoutes.getCase> = async ({
  params,
  session,
  requireScope,
  now,
}) => caseAnswer(await getReviewedCase(params.id, requireScope), session.personId, now);
