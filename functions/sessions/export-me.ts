import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { readCursor, writeCursor } from '../runtime/page-cursor.ts';
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

/** A change takes some 200 bytes here: so many leave room for all else in what Lambda answers at most. */
const CHANGES_OF_PAGE = 5000;
const KEY = /^[A-Z-]+#[^\p{Cc}]+$/u;

/**
 * Everything that is stored about somebody, told to nobody but them. Staff have changed more than one answer holds: the
 * pages after the first hold the rest of that alone. It is the one answer that shows a telephone
 * number in full: who asks what is known of them must see what is known.
 */
export const exportMe: Operation<typeof sessionRoutes.exportMe> = async ({
  query,
  session: { personId },
  now,
}) => {
  const person = await getPerson(personId);
  const [PK, SK, at] = readCursor(query.cursor, [KEY, KEY, /^20\d\d-[\dT:.Z-]+$/]) ?? [];
  const after = PK && SK && at ? { PK, SK, at } : undefined;
  const { changes, last } = await listChangesOfPerson(personId, { most: CHANGES_OF_PAGE, after });
  const head = { exportedAt: now.toISOString(), me: await describeMe(person), changes };
  const next = last && { next: writeCursor([last.PK, last.SK, last.at]) };
  if (after) return { body: { ...head, ...next } };
  const [grants, registrations, places, photos, messages, subscriptions] = await Promise.all([
    listGrantsOfPerson(personId),
    listRegistrationsOfPerson(personId),
    listPlacesOfOwner(personId),
    listPhotosOf(personId),
    listWholeInbox(person),
    findCredits(personId),
  ]);
  const open = async (encrypted: string | undefined) =>
    encrypted === undefined ? undefined : decryptFor(personId, encrypted);
  return {
    body: {
      ...head,
      ...next,
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
      subscriptions,
    },
  };
};
