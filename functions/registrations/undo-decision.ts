import { ulid } from 'ulid';
import { DomainError } from '../../shared/api/problem.ts';
import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { stateAfter } from '../../shared/registration/registration-state.ts';
import { admitReview } from '../../shared/registration/review-rules.ts';
import { saysTheSame, undonePlace } from '../../shared/registration/undone-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import { type Authorship, personAuthor } from '../store/change-items.ts';
import { messageOperations } from '../store/messages.ts';
import { photoUseOperations } from '../store/photos.ts';
import { placeCountOperations, placeOperations } from '../store/place-operations.ts';
import { findPlaces } from '../store/places-of-source.ts';
import { licenceMoveOperations } from '../store/registration-licences.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { findPlaceChange } from '../store/registration-place-change.ts';
import { transact, type WriteOperation } from '../store/transact.ts';
import { caseAnswer } from './case-answer.ts';
import { requireVersion } from './own-registration.ts';
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
    ...registrationOperations({ before, after, change }, ulid),
    ...(before.state === 'approved' ? await restoration(before, change) : []),
    ...messageOperations(
      {
        person: before.applicant,
        subdistrict: before.subdistrict ?? '',
        kind: 'registration_reopened',
        values: { name: before.application.name ?? '' },
        registration: before.id,
      },
      { id: ulid(), at },
    ),
  ]);
  return caseAnswer(after, session.personId, now);
};

/** The writes that bring the place back to how it stood. Throws `conflict` where it was changed since. */
const restoration = async (
  { place: placeId = '', placeChange = '' }: Registration,
  change: Authorship,
): Promise<WriteOperation[]> => {
  const [entry, places] = await Promise.all([findPlaceChange(placeId, placeChange), findPlaces([placeId])]);
  const now = places.get(placeId);
  if (!entry?.after || !now || !saysTheSame(entry.after, now))
    throw new DomainError('conflict', 'the place was changed since', { places: [placeId] });
  const after = undonePlace(entry.before, now, change.at);
  const changes = [{ before: now, after, change }];
  return [
    ...changes.flatMap((it) => placeOperations(it, ulid)),
    ...placeCountOperations(changes),
    ...licenceMoveOperations(now, after),
    ...photoUseOperations(now, after),
  ];
};
