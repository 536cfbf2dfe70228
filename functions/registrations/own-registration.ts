import { DomainError } from '../../shared/api/problem.ts';
import { missingFields } from '../../shared/registration/missing-fields.ts';
import type { OwnRegistration, Registration } from '../../shared/registration/registration.ts';
import { actionsIn } from '../../shared/registration/registration-state.ts';
import type { Answer } from '../runtime/answer.ts';
import { requireVersion } from '../runtime/require-version.ts';
import type { Session } from '../runtime/session.ts';
import { photoOf, type StoredPhoto } from '../store/photo-items.ts';
import { findPhotos } from '../store/photos.ts';
import { findRegistration } from '../store/registrations.ts';

/** Somebody's own registration. Throws `not_found`, for those of others too. */
export const getOwnRegistration = async (id: string, personId: string): Promise<Registration> => {
  const registration = await findRegistration(id);
  if (registration?.applicant !== personId) throw new DomainError('not_found', `path id: ${id}`);
  return registration;
};

/** Somebody's own registration, in the version that they have seen. Throws `not_found`, `precondition_failed`. */
export const getSeenRegistration = async ({
  params,
  session,
  ifMatch,
}: {
  params: { id: string };
  session: Session;
  ifMatch: number;
}): Promise<Registration> => {
  const registration = await getOwnRegistration(params.id, session.personId);
  requireVersion(registration, ifMatch);
  return registration;
};

/**
 * The pictures of an application that are still there and its applicant's own; of a change also those that its place
 * shows, whoever took them.
 */
export const photosOf = async ({
  kind,
  application,
  applicant,
  place: placeId,
}: Registration): Promise<StoredPhoto[]> =>
  (await findPhotos(application.photos ?? [])).filter(
    ({ owner, place }) =>
      owner === applicant || (kind === 'change' && place !== undefined && place === placeId),
  );

/** A registration as its applicant sees it. */
export const ownRegistration = (
  registration: Registration,
  photos: readonly StoredPhoto[],
): OwnRegistration => {
  const { id, kind, state, subdistrict, application, place, submittedAt, dueOn, contact } = registration;
  const { illustrative, createdAt, updatedAt, version, decision } = registration;
  return {
    id,
    kind,
    state,
    ...(subdistrict && { subdistrict }),
    application,
    ...(place && { place }),
    ...(submittedAt && { submittedAt }),
    ...(dueOn && { dueOn }),
    illustrative,
    createdAt,
    updatedAt,
    version,
    contact: maskedContact(contact),
    photos: photos.map(photoOf),
    ...(decision && {
      decision: {
        outcome: decision.outcome,
        ...(decision.reason !== undefined && { reason: decision.reason }),
        ...(decision.fields && { fields: decision.fields }),
        at: decision.at,
      },
    }),
    missing: [...new Set(missingFields(registration, photos).map(({ field }) => field))],
    actions: actionsIn(state, 'applicant') as OwnRegistration['actions'],
  };
};

/** Whom to call, as far as anybody is shown it. */
export const maskedContact = (contact: Registration['contact']): OwnRegistration['contact'] => ({
  ...(contact?.nameMasked !== undefined && { nameMasked: contact.nameMasked }),
  ...(contact?.phoneMasked !== undefined && { phoneMasked: contact.phoneMasked }),
});

/** The answer of an applicant's operation, with its version. */
export const ownAnswer = async (registration: Registration): Promise<Answer<OwnRegistration>> => ({
  body: ownRegistration(registration, await photosOf(registration)),
  headers: { etag: `"${registration.version}"` },
});
