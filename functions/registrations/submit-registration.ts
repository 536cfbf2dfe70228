import { DomainError } from '../../shared/api/problem.ts';
import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { dueOnOf } from '../../shared/registration/due-on.ts';
import { missingFields } from '../../shared/registration/missing-fields.ts';
import { placeDifferences } from '../../shared/registration/place-differences.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { stateAfter } from '../../shared/registration/registration-state.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { personAuthor } from '../store/change-items.ts';
import type { StoredPhoto } from '../store/photo-items.ts';
import { photoReviewOperations } from '../store/photo-operations.ts';
import { findPlace } from '../store/places.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { transact } from '../store/transact.ts';
import { checksOf } from './checks.ts';
import { getSeenRegistration, ownAnswer, photosOf } from './own-registration.ts';
import { findSuspects } from './suspects.ts';

/** Hands a registration in. Whatever the machine says of it, a person looks. */
export const submitRegistration: Operation<typeof registrationRoutes.submitRegistration> = async (
  request,
) => {
  const { body, session, now } = request;
  const before = await getSeenRegistration(request);
  const state = stateAfter(before.state, 'submit');
  const photos = await photosOf(before);
  requireComplete(before, photos);
  await requirePlace(before);
  const notADouble = body.notADouble || before.notADouble || false;
  await requireNoDouble(before, notADouble);
  const at = now.toISOString();
  const { claimedBy: _, ...rest } = before;
  const after: Registration = {
    ...rest,
    state,
    notADouble,
    checks: await checksOf(before, photos),
    submittedAt: at,
    dueOn: dueOnOf(now),
    updatedAt: at,
    version: before.version + 1,
  };
  const reason: ChangeReason = 'registration_submitted';
  const change = { by: personAuthor(session.personId), at, reason };
  await transact([
    ...registrationOperations({ before, after, change }, newId),
    ...photoReviewOperations(
      photos.map(({ id }) => id),
      { subdistrict: after.subdistrict ?? '', grid: after.grid },
    ),
  ]);
  return ownAnswer(after);
};

const incomplete = (fields: { field: string; why: string }[]): DomainError =>
  new DomainError('application_incomplete', fields.map(({ field, why }) => `${field}: ${why}`).join(', '), {
    fields: fields.map(({ field, why }) => ({ in: 'body', field, message: why })),
  });

const requireComplete = (registration: Registration, photos: readonly StoredPhoto[]): void => {
  const missing = missingFields(registration, photos);
  if (missing.length > 0) throw incomplete(missing);
};

/** What is claimed has no owner yet; what is changed is still one's own, and something of it changes. */
const requirePlace = async ({ kind, place: id, applicant, application }: Registration): Promise<void> => {
  if (kind === 'new' || id === undefined) return;
  const place = await findPlace(id);
  if (kind === 'claim' && (!place || !isOnMap(place) || place.owner !== undefined))
    throw new DomainError('conflict', 'the place is gone, or has an owner by now', { places: [id] });
  if (kind !== 'change') return;
  if (place?.owner !== applicant) throw new DomainError('conflict', 'the place is not yours any more');
  if (placeDifferences(place, application, { keepsAbsent: true }).length === 0 && !application.photos)
    throw incomplete([{ field: 'name', why: 'unchanged' }]);
};

const requireNoDouble = async (registration: Registration, notADouble: boolean): Promise<void> => {
  const suspects = await findSuspects(registration);
  const placesOf = (found: typeof suspects) => found.map(({ place }) => place.id);
  const licensed = suspects.filter(({ sameLicence }) => sameLicence);
  if (licensed.length > 0)
    throw new DomainError('licence_registered', undefined, { places: placesOf(licensed) });
  if (suspects.length > 0 && !notADouble)
    throw new DomainError('possible_double', undefined, { places: placesOf(suspects) });
};
