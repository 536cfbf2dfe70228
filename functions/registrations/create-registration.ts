import { ulid } from 'ulid';
import { DomainError } from '../../shared/api/problem.ts';
import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { draftOfPlace } from '../../shared/registration/draft-of-place.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { actionsIn } from '../../shared/registration/registration-state.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findPlace } from '../store/places.ts';
import { registrationOperations } from '../store/registration-operations.ts';
import { listRegistrationsOfPerson } from '../store/registrations.ts';
import { transact } from '../store/transact.ts';
import { findOwnPhone } from './own-phone.ts';
import { ownAnswer } from './own-registration.ts';
import { patchedContact } from './patched-contact.ts';

/**
 * Begins a draft. Whoever has an open claim or change of a place already gets that one: there is no second, and
 * what they wrote is not lost.
 */
export const createRegistration: Operation<typeof registrationRoutes.createRegistration> = async ({
  body,
  session,
  now,
}) => {
  const place = body.kind === 'new' ? undefined : await getPlaceFor(body, session.personId);
  const open = place && (await findOpen(session.personId, body.kind, place.id));
  if (open) return ownAnswer(open);
  const at = now.toISOString();
  const registration: Registration = {
    id: ulid(),
    kind: body.kind,
    state: 'draft',
    applicant: session.personId,
    application: {},
    illustrative: false,
    ...(place && {
      place: place.id,
      subdistrict: place.subdistrict,
      ...(place.grid && { grid: place.grid }),
      application: draftOfPlace(place, body.kind),
      illustrative: place.illustrative,
    }),
    ...(body.kind !== 'change' && (await ownNumber(session.personId))),
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await transact(registrationOperations({ after: registration }, ulid));
  return ownAnswer(registration);
};

/** The number that WeChat told for them is the one to call until they name another. */
const ownNumber = async (applicant: string): Promise<Pick<Registration, 'contact'>> => {
  const contactPhone = await findOwnPhone(applicant);
  const contact = contactPhone && (await patchedContact({ applicant, contact: undefined }, { contactPhone }));
  return contact ? { contact } : {};
};

const getPlaceFor = async (
  { kind, place: id }: { kind: 'claim' | 'change'; place: string },
  personId: string,
): Promise<Place> => {
  const place = await findPlace(id);
  const isTheirs = place?.owner === personId;
  if (!place || !isOnMap(place) || (kind === 'change' && !isTheirs))
    throw new DomainError('not_found', `body place: ${id}`);
  if (kind === 'claim' && place.owner !== undefined)
    throw new DomainError('conflict', 'the place has an owner', { places: [id] });
  return place;
};

const findOpen = async (
  personId: string,
  kind: Registration['kind'],
  place: string,
): Promise<Registration | undefined> =>
  (await listRegistrationsOfPerson(personId)).find(
    (registration) =>
      registration.kind === kind &&
      registration.place === place &&
      actionsIn(registration.state, 'applicant').length > 0,
  );
