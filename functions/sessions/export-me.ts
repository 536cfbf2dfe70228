import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { listChangesOfPerson } from '../store/changes-of-person.ts';
import { listGrantsOfPerson } from '../store/grants.ts';
import { listWholeInbox } from '../store/inbox.ts';
import { decryptFor } from '../store/person-key.ts';
import { getPerson } from '../store/persons.ts';
import { listPhotosOf } from '../store/photos.ts';
import { listPlacesOfOwner } from '../store/places-of-owner.ts';
import { listRegistrationsOfPerson } from '../store/registrations.ts';
import { findCredits } from '../store/subscriptions.ts';
import { describeMe } from './describe-me.ts';

/**
 * Everything that is stored about somebody, told to nobody but them. It is the one answer that shows a telephone
 * number in full: who asks what is known of them must see what is known.
 */
export const exportMe: Operation<typeof sessionRoutes.exportMe> = async ({ session: { personId }, now }) => {
  const person = await getPerson(personId);
  const [me, grants, registrations, places, photos, messages, changes, subscriptions] = await Promise.all([
    describeMe(person),
    listGrantsOfPerson(personId),
    listRegistrationsOfPerson(personId),
    listPlacesOfOwner(personId),
    listPhotosOf(personId),
    listWholeInbox(person),
    listChangesOfPerson(personId),
    findCredits(personId),
  ]);
  const open = async (encrypted: string | undefined) =>
    encrypted === undefined ? undefined : decryptFor(personId, encrypted);
  return {
    body: {
      exportedAt: now.toISOString(),
      me,
      openid: person.openid,
      phone: await open(person.phone?.encrypted),
      // Which colleague gave a role, holds a case or decided it is told to nobody outside the office.
      grants: grants.map(({ givenBy: _, ...grant }) => grant),
      registrations: await Promise.all(
        registrations.map(async ({ claimedBy: _, decision, contact, ...registration }) => ({
          ...registration,
          ...(decision && { decision: { ...decision, by: undefined } }),
          contact: await open(contact?.encrypted),
        })),
      ),
      places,
      photos,
      messages,
      changes,
      subscriptions,
    },
  };
};
