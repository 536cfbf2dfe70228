import { DomainError } from '../../shared/api/problem.ts';
import type { SignedIn } from '../../shared/person/signed-in.ts';
import { newId } from '../runtime/new-id.ts';
import { secretValues } from '../runtime/secrets.ts';
import { sessionCookie } from '../runtime/session-cookie.ts';
import { signSessionToken } from '../runtime/session-token.ts';
import type { StoredPerson } from '../store/persons.ts';
import { describeMe } from './describe-me.ts';

type Request = { now: Date; isHttps: boolean; isFromOwnPage: boolean };

/**
 * A new session: in a cookie for a page, as a token for the shell.
 * @throws DomainError `cross_site_request` where a page of another site would sign its visitor in here, as whomever
 * it likes.
 */
export const startSession = async (
  person: StoredPerson,
  carrier: 'cookie' | 'token',
  { now, isHttps, isFromOwnPage }: Request,
): Promise<{ body: SignedIn; cookies?: string[] }> => {
  if (carrier === 'cookie' && !isFromOwnPage) throw new DomainError('cross_site_request');
  const { sessionKeys } = await secretValues();
  const session = { personId: person.id, tokenId: newId(), signedInAt: now };
  const { token, expiresAt } = await signSessionToken(session, sessionKeys, now);
  const body = { me: await describeMe(person), expiresAt: expiresAt.toISOString() };
  return carrier === 'token'
    ? { body: { ...body, token } }
    : { body, cookies: [sessionCookie(token, { isHttps })] };
};
