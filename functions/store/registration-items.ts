import { Registration } from '../../shared/registration/registration.ts';
import { type Authorship, changeItem } from './change-items.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { personIndexKey, queuePartition, subdistrictIndexKey } from './keys.ts';
import { queueOrder, registrationChangeKey, registrationKey } from './registration-keys.ts';
import { storedText } from './stored-text.ts';

/** The stored text of a registration as a registration; a text that is none is a bug, not a bad request. */
export const readRegistration = (item: Item): Registration =>
  Registration.parse(JSON.parse(item.registration?.S ?? ''));

/**
 * The item of a registration: the whole of it as JSON text, the key of its applicant and, once it was handed in, of
 * its subdistrict's queue.
 * @throws DomainError `invalid_request` when it is too large to store.
 */
export const registrationItem = (registration: Registration): Item => {
  // What cannot be read back must never be written: one bad item would break every list that holds it.
  const text = storedText(Registration.parse(registration), 'the application');
  const { id, applicant, subdistrict, state, version } = registration;
  const sortedBy = queueTime(registration);
  return {
    ...strings({ ...registrationKey(id), ...personIndexKey(applicant, 'registration', id) }),
    ...(subdistrict !== undefined &&
      sortedBy !== undefined &&
      strings(
        subdistrictIndexKey(queuePartition(subdistrict, 'registration', state), queueOrder(sortedBy, id)),
      )),
    ...strings({ registration: text }),
    version: { N: `${version}` },
    ...SCHEMA_VERSION,
  };
};

/** What a queue is sorted by: what waits by its due day, what is decided by when; nothing else stands in a queue. */
const queueTime = ({ state, dueOn, submittedAt, decision }: Registration): string | undefined => {
  if (state === 'submitted') return queueOrder(dueOn, submittedAt);
  return state === 'draft' || state === 'withdrawn' ? undefined : decision?.at;
};

/** One entry of a registration's history. Whom to call stands in none: it is forgotten with the person. */
export const registrationChangeItem = (
  { before, after, change }: { before?: Registration | undefined; after: Registration; change: Authorship },
  id: string,
): Item =>
  changeItem(registrationChangeKey(after.id, id), {
    subject: { type: 'registration', id: after.id, name: after.application.name },
    subdistrict: after.subdistrict ?? '',
    before: before && withoutContact(before),
    after: withoutContact(after),
    change,
  });

const withoutContact = ({ contact, ...rest }: Registration) => rest;
