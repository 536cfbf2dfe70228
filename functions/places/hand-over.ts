import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { personAuthor } from '../store/change-items.ts';
import { createHandOver, getHandOver, useHandOver } from '../store/hand-overs.ts';
import { personIsThere } from '../store/persons.ts';
import { findCurrentPlace } from '../store/places.ts';
import { saveTogether } from '../store/save-together.ts';
import { tellOwner } from '../store/tell-owner.ts';
import { getOwnPlace } from './own-place.ts';
import { placeAnswer } from './place-record.ts';

const DAY = 86_400_000;

/** A code of one use with which somebody else takes one's place over. */
export const offerHandOver: Operation<typeof placeRoutes.offerHandOver> = async ({
  params,
  session,
  now,
}) => {
  const place = await getOwnPlace(params.id, session.personId);
  if (!isOnMap(place)) throw new DomainError('wrong_state', `place ${place.id} is ${place.state}`);
  const until = new Date(now.getTime() + DAY);
  const code = await createHandOver({ place: place.id, owner: session.personId }, until);
  return { body: { code, expiresAt: until.toISOString() } };
};

/**
 * Takes over the place of a code. Whom the street may call stays with the one who handed it over: contacts belong to
 * their registrations, not to the place.
 */
export const acceptHandOver: Operation<typeof placeRoutes.acceptHandOver> = async ({
  body,
  session,
  now,
}) => {
  const { personId } = session;
  const offer = await getHandOver(body.code, now);
  const before = await findCurrentPlace(offer.place);
  // It went another way meanwhile: off the map, to somebody else, or its owner has left.
  if (!before || !isOnMap(before) || before.owner !== offer.owner) throw new DomainError('code_expired');
  if (offer.owner === personId) throw new DomainError('wrong_state', 'it is yours already');
  const at = now.toISOString();
  const after: Place = { ...before, owner: personId, version: before.version + 1, updatedAt: at };
  const reason: ChangeReason = 'handed_over';
  const change = { by: personAuthor(personId), at, reason };
  await saveTogether([{ before, after, change }], {
    newId,
    more: [
      useHandOver(body.code),
      personIsThere(personId),
      ...tellOwner(before, 'hand_over_done', { now, newId }),
      ...tellOwner(after, 'place_taken_over', { now, newId }),
    ],
  });
  return placeAnswer(after, now, 'owner');
};
