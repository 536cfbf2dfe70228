import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { MessageKind } from '../../shared/message/message.ts';
import type { Decision, Registration } from '../../shared/registration/registration.ts';
import type { RegistrationAction } from '../../shared/registration/registration-state.ts';
import { stateAfter } from '../../shared/registration/registration-state.ts';
import { admitReview, type ReviewAction, undoUntil } from '../../shared/registration/review-rules.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { requireVersion } from '../runtime/require-version.ts';
import { personAuthor } from '../store/change-items.ts';
import { messageOperations } from '../store/messages.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { transact } from '../store/transact.ts';
import { approvalOf } from './approval.ts';
import { caseAnswer } from './case-answer.ts';
import { getReviewedCase } from './reviewed-case.ts';

const ACTIONS = {
  approved: 'approve',
  needs_changes: 'request_changes',
  rejected: 'reject',
} as const satisfies Record<Decision['outcome'], RegistrationAction & ReviewAction>;

const MESSAGES = {
  approved: 'registration_approved',
  needs_changes: 'registration_needs_changes',
  rejected: 'registration_rejected',
} as const satisfies Record<Decision['outcome'], MessageKind>;

/**
 * Decides. What an approval does to the map, to the licence and to the pictures, the history and the message to the
 * applicant are one transaction: all of it happens, or nothing.
 */
export const decideCase: Operation<typeof registrationRoutes.decideCase> = async (request) => {
  const { params, body, session, ifMatch, requireScope, now } = request;
  const before = await getReviewedCase(params.id, requireScope);
  requireVersion(before, ifMatch);
  const action = ACTIONS[body.outcome];
  admitReview(before, action, session.personId, now);
  const at = now.toISOString();
  const by = personAuthor(session.personId);
  const reason = body.outcome === 'approved' ? body.note : body.reason;
  const { claimedBy: _, ...rest } = before;
  const decision = {
    outcome: body.outcome,
    ...(reason !== undefined && { reason }),
    ...(body.outcome === 'needs_changes' && body.fields && { fields: body.fields }),
    at,
    undoUntil: undoUntil(now),
    by: session.personId,
  };
  const decided: Registration = {
    ...rest,
    state: stateAfter(before.state, action),
    decision,
    updatedAt: at,
    version: before.version + 1,
  };
  const approved: ChangeReason = 'registration_approved';
  const change = { by, at, reason: reason ?? approved };
  const approval = body.outcome === 'approved' ? await approvalOf(before, { change, now, newId }) : undefined;
  const after: Registration = approval
    ? { ...decided, place: approval.place.id, placeChange: approval.placeChange }
    : decided;
  await transact([
    ...registrationOperations({ before, after, change }, newId),
    ...(approval?.operations ?? []),
    ...messageOperations(
      {
        person: before.applicant,
        subdistrict: before.subdistrict,
        kind: MESSAGES[body.outcome],
        values: {
          name: before.application.name ?? approval?.place.name ?? '',
          ...(reason !== undefined && { reason }),
        },
        place: after.place,
        registration: before.id,
      },
      { id: newId(), at },
    ),
  ]);
  return caseAnswer(after, session.personId, now);
};
