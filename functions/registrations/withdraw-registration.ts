import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { stateAfter } from '../../shared/registration/registration-state.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { personAuthor } from '../store/change-items.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { transact } from '../store/transact.ts';
import { getSeenRegistration, ownAnswer } from './own-registration.ts';

/** Takes a registration back, for good. */
export const withdrawRegistration: Operation<typeof registrationRoutes.withdrawRegistration> = async (
  request,
) => {
  const { session, now } = request;
  const before = await getSeenRegistration(request);
  const at = now.toISOString();
  const { claimedBy: _, ...rest } = before;
  const after: Registration = {
    ...rest,
    state: stateAfter(before.state, 'withdraw'),
    updatedAt: at,
    version: before.version + 1,
  };
  const reason: ChangeReason = 'registration_withdrawn';
  const change = { by: personAuthor(session.personId), at, reason };
  const isDraft = before.state === 'draft';
  await transact(registrationOperations({ before, after, ...(!isDraft && { change }) }, newId));
  return ownAnswer(after);
};
