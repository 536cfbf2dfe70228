import { DomainError } from '../../shared/api/problem.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Draft } from '../../shared/registration/application.ts';
import { dueOnOf } from '../../shared/registration/due-on.ts';
import { licenceCheckOf } from '../../shared/registration/licence-check.ts';
import type { Checks, Registration } from '../../shared/registration/registration.ts';
import { personAuthor } from './change-items.ts';
import { findItem } from './find-items.ts';
import { personPartition } from './keys.ts';
import { photoReviewOperations } from './photo-operations.ts';
import { queryIndex, queryWholeIndex } from './query-index.ts';
import { readRegistration } from './registration-items.ts';
import { registrationKey } from './registration-keys.ts';
import { registrationOperations } from './registration-operations.ts';
import type { WriteOperation } from './transact.ts';

/** A registration by its id; undefined where there is none. */
export const findRegistration = async (id: string): Promise<Registration | undefined> => {
  const item = await findItem(registrationKey(id));
  return item && readRegistration(item);
};

/** A registration by its id. Throws `not_found`. */
export const getRegistration = async (id: string): Promise<Registration> => {
  const registration = await findRegistration(id);
  if (!registration) throw new DomainError('not_found', `path id: ${id}`);
  return registration;
};

/** What a person filed last, newest first: more than anybody looks through, and less than an answer can hold. */
export const listLatestRegistrations = async (personId: string): Promise<Registration[]> => {
  const { items } = await queryIndex('person', {
    partition: personPartition(personId, 'registration'),
    newestFirst: true,
    limit: MOST_LISTED,
  });
  return items.map(readRegistration);
};

const MOST_LISTED = 100;

/** All that a person has filed, newest first. */
export const listRegistrationsOfPerson = async (personId: string): Promise<Registration[]> => {
  const items = await queryWholeIndex('person', {
    partition: personPartition(personId, 'registration'),
    newestFirst: true,
  });
  return items.map(readRegistration);
};

/**
 * The writes that hand in a change of a place that its owner made and a person has to look at first; refused as
 * `conflict` while another change of the place is under review. `fields` holds what is to change, in the words of an
 * application (`publicPhone`, not `phone`); everything else stays as the place says on the day of the decision.
 */
export const changeForReviewOperations = (
  { place, applicant, fields, checks }: NewChange,
  { now, newId }: { now: Date; newId: () => string },
): WriteOperation[] => {
  const at = now.toISOString();
  const registration: Registration = {
    id: newId(),
    kind: 'change',
    state: 'submitted',
    applicant,
    subdistrict: place.subdistrict,
    ...(place.grid && { grid: place.grid }),
    application: fields,
    place: place.id,
    checks: { ...checks, licence: licenceCheckOf(place.licenceCode) },
    submittedAt: at,
    dueOn: dueOnOf(now),
    illustrative: place.illustrative,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  const reason: ChangeReason = 'registration_submitted';
  const change = { by: personAuthor(applicant), at, reason };
  return [
    ...registrationOperations({ after: registration, change }, newId),
    ...photoReviewOperations(fields.photos ?? [], place),
  ];
};

export type NewChange = {
  place: Place;
  applicant: string;
  fields: Draft;
  checks: Pick<Checks, 'text' | 'photos'>;
};
