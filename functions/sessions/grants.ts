import type { GrantEntry } from '../../shared/access/grant-entry.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { sessionRoutes } from '../../shared/api/session-routes.ts';
import type { PersonCard } from '../../shared/person/person.ts';
import type { Operation } from '../runtime/define-function.ts';
import { newId } from '../runtime/new-id.ts';
import { giveGrant, takeGrant } from '../store/change-grants.ts';
import { personAuthor } from '../store/change-items.ts';
import {
  findGrant,
  listGrantsOfSubdistrict,
  plainGrant,
  type StoredGrant,
  WHOLE_SYSTEM,
} from '../store/grants.ts';
import { cardOf, findPersonByMemberCode, findPersonCards } from '../store/persons.ts';
import { getSubdistrict } from '../store/subdistricts.ts';

type Routes = typeof sessionRoutes;

export const findMember: Operation<Routes['findMember']> = async ({ params }) => {
  const person = await findPersonByMemberCode(params.memberCode);
  if (!person) throw new DomainError('not_found', 'path memberCode: nobody has it');
  return { body: cardOf(person) };
};

export const listGrants: Operation<Routes['listGrants']> = async ({ query }) => {
  const grants = await listGrantsOfSubdistrict(query.subdistrict);
  const cards = await cardsFor(grants);
  return { body: { grants: grants.map((grant) => entryOf(grant, cards)) } };
};

/** @throws DomainError `not_found` for a person, or a subdistrict, that is not there. */
export const createGrant: Operation<Routes['createGrant']> = async ({ body, session, now }) => {
  const { reason = '', ...grant } = body;
  // Who may make admins of everything would be one.
  if (grant.role === 'system_admin') throw new DomainError('forbidden', 'npm run grant makes system admins');
  await getSubdistrict(grant.subdistrict);
  const change = { by: personAuthor(session.personId), at: now.toISOString(), reason };
  const given = await giveGrant(grant, change, newId);
  return { body: entryOf(given, await cardsFor([given])) };
};

export const deleteGrant: Operation<Routes['deleteGrant']> = async (request) => {
  const { params, query, session, now, requireScope } = request;
  const grant = await findGrant(params.id);
  if (!grant) throw new DomainError('not_found', 'path id: nobody holds it');
  requireScope({ subdistrict: grant.subdistrict ?? WHOLE_SYSTEM });
  const at = now.toISOString();
  const change = { by: personAuthor(session.personId), at, reason: query.reason ?? '' };
  await takeGrant(grant, change, newId);
  return { body: { takenAt: at } };
};

const PERSON = 'person:';

const cardsFor = (grants: readonly StoredGrant[]): Promise<Map<string, PersonCard>> =>
  findPersonCards(grants.flatMap(({ person, givenBy }) => [person, ...personOf(givenBy)]));

const personOf = (author: string): string[] =>
  author.startsWith(PERSON) ? [author.slice(PERSON.length)] : [];

/** A grant with whose it is; who gave it, where that was a person who still has their account. */
const entryOf = (grant: StoredGrant, cards: Map<string, PersonCard>): GrantEntry => {
  const givenBy = personOf(grant.givenBy).map((id) => cards.get(id))[0];
  return {
    ...plainGrant(grant),
    id: grant.id,
    person: cards.get(grant.person) ?? { id: grant.person },
    givenAt: grant.givenAt,
    ...(givenBy && { givenBy }),
  };
};
