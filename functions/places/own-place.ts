import type { PlaceRecord } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Answer } from '../runtime/answer.ts';
import type { Session } from '../runtime/session.ts';
import { personAuthor } from '../store/change-items.ts';
import { findPlaces } from '../store/places-of-source.ts';
import { saveTogether } from '../store/save-together.ts';
import { transact } from '../store/transact.ts';
import { newId, type Ruling, requireVersion } from './change-place.ts';
import { placeAnswer } from './place-record.ts';

type Request = { params: { id: string }; session: Session; ifMatch: number; now: Date };

/** One's own place as it stands at this moment. Throws `not_found`, for the places of others too. */
export const getOwnPlace = async (id: string, personId: string): Promise<Place> => {
  const place = (await findPlaces([id])).get(id);
  if (place?.owner !== personId) throw new DomainError('not_found', `path id: ${id}`);
  return place;
};

/** What an owner decided: `undefined` for the place where its state does not allow it. */
type OwnRuling = Omit<Ruling, 'after' | 'others'> & { after: Place | undefined };

/**
 * The way of every change that owners make to their place: load, version, a rule, one transaction with the entry of
 * its history. Of a rule that leaves the place as it is, only what belongs to the same deed is written.
 * @throws DomainError `not_found`, `precondition_failed`, `wrong_state`, and what the rule refuses.
 */
export const changeOwnPlace = async (
  { params, session, ifMatch, now }: Request,
  rule: (before: Place) => Promise<OwnRuling> | OwnRuling,
): Promise<Answer<PlaceRecord>> => {
  const before = await getOwnPlace(params.id, session.personId);
  requireVersion(before, ifMatch);
  const { after, reason, more = [] } = await rule(before);
  if (!after) throw new DomainError('wrong_state', `place ${before.id} is ${before.state}`);
  if (after === before) {
    if (more.length > 0) await transact(more);
    return placeAnswer(before, now, 'owner');
  }
  const at = now.toISOString();
  const written: Place = { ...after, version: before.version + 1, updatedAt: at };
  const change = { by: personAuthor(session.personId), at, reason };
  await saveTogether([{ before, after: written, change }], { newId, more });
  return placeAnswer(written, now, 'owner');
};
