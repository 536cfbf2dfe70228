import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { admitReview } from '../../shared/registration/review-rules.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { requireVersion } from '../runtime/require-version.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { transact } from '../store/transact.ts';
import { caseAnswer } from './case-answer.ts';
import { getReviewedCase } from './reviewed-case.ts';

/** Takes a case in hand; of two who try, one does. What a colleague has had for over a day may be taken over. */
export const claimCase: Operation<typeof registrationRoutes.claimCase> = async (request) => {
  const { params, session, ifMatch, requireScope, now } = request;
  const before = await getReviewedCase(params.id, requireScope);
  admitReview(before, 'claim', session.personId, now);
  requireVersion(before, ifMatch);
  const claimedBy = { person: session.personId, at: now.toISOString() };
  return caseAnswer(await saveHold(before, { claimedBy }), session.personId, now);
};

/** Puts a case back into the queue. */
export const releaseCase: Operation<typeof registrationRoutes.releaseCase> = async (request) => {
  const { params, session, ifMatch, requireScope, now } = request;
  const before = await getReviewedCase(params.id, requireScope);
  admitReview(before, 'release', session.personId, now);
  requireVersion(before, ifMatch);
  return caseAnswer(await saveHold(before, {}), session.personId, now);
};

/** Who looks at a case is no change of it: it leaves the history alone. */
const saveHold = async (
  before: Registration,
  hold: Pick<Registration, 'claimedBy'>,
): Promise<Registration> => {
  const { claimedBy: _, ...rest } = before;
  const after: Registration = { ...rest, ...hold, version: before.version + 1 };
  await transact(registrationOperations({ before, after }, newId));
  return after;
};
