import { DomainError } from '../../shared/api/problem.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { actionsIn, stateAfter } from '../../shared/registration/registration-state.ts';
import { tableName } from '../runtime/dynamo.ts';
import { deleteObjects } from '../runtime/objects.ts';
import type { Authorship } from './change-items.ts';
import { keyAttributes, personPartition } from './keys.ts';
import { licenceMoveOperations } from './licences.ts';
import { messageIdOf, outboxKey } from './message-keys.ts';
import { photoKey } from './photo-keys.ts';
import { objectKeys } from './photo-objects.ts';
import { listPhotosOf } from './photos.ts';
import { findCurrentPlace } from './places.ts';
import { listPlacesOfOwner } from './places-of-owner.ts';
import { queryWholeIndex } from './query-index.ts';
import { registrationKey } from './registration-keys.ts';
import { registrationOperations } from './registration-operations.ts';
import { findRegistration, listRegistrationsOfPerson } from './registrations.ts';
import { saveTogether } from './save-together.ts';
import { deletion, transact, transactInTurn, type WriteOperation } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

type NewId = () => string;

/**
 * Forgets what somebody filed, holds and was told: their places stay on the map without an owner, what is under
 * review is withdrawn, drafts and pictures that nothing public shows are deleted, and so is the inbox.
 */
export const forgetOwnThings = async (personId: string, change: Authorship, newId: NewId): Promise<void> => {
  for (const { id } of await listRegistrationsOfPerson(personId)) {
    await again(() => forgetRegistration(id, change, newId));
  }
  for (const { id } of await listPlacesOfOwner(personId)) {
    await again(() => releasePlace(id, personId, change, newId));
  }
  await deletePhotos(personId);
  await deleteInbox(personId);
};

const forgetRegistration = async (id: string, change: Authorship, newId: NewId): Promise<void> => {
  const before = await findRegistration(id);
  if (!before) return;
  // Only the draft that was read: handed in meanwhile by another window, it keeps its licence and has to be withdrawn.
  if (before.state === 'draft') return transact([draftDeletion(before)]);
  const { contact, claimedBy, ...rest } = before;
  const isOpen = actionsIn(before.state, 'applicant').includes('withdraw');
  if (!isOpen && !contact) return;
  const after: Registration = {
    ...rest,
    ...(isOpen && { state: stateAfter(before.state, 'withdraw') }),
    updatedAt: change.at,
    version: before.version + 1,
  };
  await transact(registrationOperations({ before, after, change: isOpen ? change : undefined }, newId));
};

const draftDeletion = ({ id, version }: Registration): WriteOperation => ({
  item: {
    Delete: {
      TableName: tableName,
      Key: keyAttributes(registrationKey(id)),
      ...unchangedSince({ version }),
    },
  },
  refusal: new DomainError('precondition_failed', 'the draft was changed meanwhile'),
});

const releasePlace = async (
  id: string,
  personId: string,
  change: Authorship,
  newId: NewId,
): Promise<void> => {
  const before = await findCurrentPlace(id);
  if (before?.owner !== personId) return;
  const { owner: _, confirmBy: __, licenceCode: ___, consent: ____, ...rest } = before;
  const after: Place = { ...rest, updatedAt: change.at, version: before.version + 1 };
  await saveTogether([{ before, after, change }], { newId, more: licenceMoveOperations(before, after) });
};

const PHOTOS_AT_ONCE = 10;

const deletePhotos = async (personId: string): Promise<void> => {
  const unshown = (await listPhotosOf(personId)).filter(({ place }) => place === undefined);
  for (let from = 0; from < unshown.length; from += PHOTOS_AT_ONCE) {
    const some = unshown.slice(from, from + PHOTOS_AT_ONCE);
    // The bytes first: an item that is left names what is still to be deleted, bytes alone would lie there for good.
    await Promise.all(some.map(({ id }) => deleteObjects(objectKeys(id))));
    await transact(some.map(({ id }) => deletion(photoKey(id))));
  }
};

const deleteInbox = async (personId: string): Promise<void> => {
  const items = await queryWholeIndex('person', { partition: personPartition(personId, 'message') });
  await transactInTurn(
    items.flatMap(({ PK, SK }) => {
      const key = { PK: PK?.S ?? '', SK: SK?.S ?? '' };
      return [deletion(key), deletion(outboxKey(messageIdOf(key)))];
    }),
  );
};

const MOST_ATTEMPTS = 4;

/** Once more, on what is there now, where somebody else changed it meanwhile. */
const again = async (write: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      const isOvertaken = error instanceof DomainError && error.code === 'precondition_failed';
      if (!isOvertaken || attempt === MOST_ATTEMPTS) throw error;
    }
  }
};
