import { DomainError } from '../../shared/api/problem.ts';
import type { Place, PlaceState } from '../../shared/place/place.ts';
import type { PlaceRecord } from '../../shared/place/place-record.ts';
import type { Answer } from '../runtime/answer.ts';
import { newId } from '../runtime/new-id.ts';
import { requireVersion } from '../runtime/require-version.ts';
import type { RequireScope, Session } from '../runtime/session.ts';
import { personAuthor } from '../store/change-items.ts';
import { saveTogether } from '../store/save-together.ts';
import type { WriteOperation } from '../store/transact.ts';
import { getPlaceOfStaff } from './place-of-staff.ts';
import { placeAnswer } from './place-record.ts';

/** What an operation decided: the place as it shall be, why, and what belongs to the same deed. */
export type Ruling = {
  after: Place;
  reason: string;
  more?: readonly WriteOperation[];
  /** Other places that change with it, each read before; their versions are counted here too. */
  others?: readonly { before: Place; after: Place }[];
};

type Request = {
  params: { id: string };
  session: Session;
  ifMatch: number;
  requireScope: RequireScope;
  now: Date;
};

/**
 * The way of every change that staff make to a place: load, scope, version, a rule, one transaction with the entry
 * of its history. Versions and moments are written here. A rule that changes nothing writes nothing.
 * @throws DomainError `not_found`, `forbidden`, `precondition_failed`, and what the rule refuses.
 */
export const changePlace = async (
  { params, session, ifMatch, requireScope, now }: Request,
  rule: (before: Place) => Promise<Ruling> | Ruling,
): Promise<Answer<PlaceRecord>> => {
  const before = await getPlaceOfStaff(params.id, requireScope);
  requireVersion(before, ifMatch);
  const { after, reason, more = [], others = [] } = await rule(before);
  if (after === before && more.length === 0) return placeAnswer(before, now);
  const at = now.toISOString();
  const change = { by: personAuthor(session.personId), at, reason };
  const changes = [{ before, after }, ...others].map((each) => ({
    before: each.before,
    after: { ...each.after, version: each.before.version + 1, updatedAt: at },
    change,
  }));
  for (const { after: place } of changes) requireScope({ subdistrict: place.subdistrict, grid: place.grid });
  await saveTogether(changes, { newId, more });
  return placeAnswer(changes[0]?.after ?? before, now);
};

/** @throws DomainError `wrong_state` where the place is in none of these states. */
export const requireState = ({ id, state }: Place, ...states: PlaceState[]): void => {
  if (!states.includes(state)) throw new DomainError('wrong_state', `place ${id} is ${state}`);
};
