import { DomainError } from '../../shared/api/problem.ts';
import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import { Place } from '../../shared/place/place.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { stateAfter } from '../../shared/registration/registration-state.ts';
import { admitReview } from '../../shared/registration/review-rules.ts';
import { saysTheSame, undonePlace } from '../../shared/registration/undone-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { requireVersion } from '../runtime/require-version.ts';
import { type Authorship, personAuthor } from '../store/change-items.ts';
import { findChangeOfPlace } from '../store/changes.ts';
import { licenceMoveOperations } from '../store/licences.ts';
import { messageOperations } from '../store/messages.ts';
import { findCurrentPlace } from '../store/places.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { placeDeedOperations } from '../store/save-together.ts';
import { transact, type WriteOperation } from '../store/transact.ts';
import { caseAnswer } from './case-answer.ts';
import { getReviewedCase } from './reviewed-case.ts';

/** Takes a decision back, and with an approval what it changed on the map. The case is in one's hand again. */
export const undoDecision: Operation<typeof registrationRoutes.undoDecision> = async (request) => {
  const { params, session, ifMatch, requireScope, now } = request;
  const before = await getReviewedCase(params.id, requireScope);
  requireVersion(before, ifMatch);
  admitReview(before, 'undo', session.personId, now);
  const at = now.toISOString();
  const { placeChange: _, decision: __, ...rest } = before;
  const after: Registration = {
    ...rest,
    state: stateAfter(before.state, 'undo'),
    claimedBy: { person: session.personId, at },
    updatedAt: at,
    version: before.version + 1,
  };
  const reason: ChangeReason = 'decision_taken_back';
  const change = { by: personAuthor(session.personId), at, reason };
  await transact([
    ...registrationOperations({ before, after, change }, newId),
    ...(before.state === 'approved' ? await restoration(before, change) : []),
    ...messageOperations(
      {
        person: before.applicant,
        subdistrict: before.subdistrict,
        kind: 'registration_reopened',
        values: { name: before.application.name ?? '' },
        registration: before.id,
      },
      { id: newId(), at },
    ),
  ]);
  return caseAnswer(after, session.personId, now);
};

/** The writes that bring the place back to how it stood. Throws `conflict` where it was changed since. */
const restoration = async (
  { place: placeId = '', placeChange = '' }: Registration,
  change: Authorship,
): Promise<WriteOperation[]> => {
  const [entry, now] = await Promise.all([
    findChangeOfPlace(placeId, placeChange),
    findCurrentPlace(placeId),
  ]);
  if (!entry || !now || !saysTheSame(Place.parse(entry.after), now))
    throw new DomainError('conflict', 'the place was changed since', { places: [placeId] });
  const after = undonePlace(Place.optional().parse(entry.before), now, change.at);
  return [
    ...placeDeedOperations([{ before: now, after, change }], newId),
    ...licenceMoveOperations(now, after),
  ];
};
