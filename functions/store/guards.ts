import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DomainError } from '../../shared/api/problem.ts';
import type { Guards } from '../runtime/guards.ts';
import { secretValues } from '../runtime/secrets.ts';
import { isFromOwnPage, isHttps, sessionCookie, tokenOfCookie } from '../runtime/session-cookie.ts';
import { readSessionToken, type SessionToken, signSessionToken } from '../runtime/session-token.ts';
import { once } from './idempotency.ts';
import { findGrantsOfSession } from './known-sessions.ts';
import { countCall } from './rate-windows.ts';
import { networkOf } from './salted-hash.ts';

/** A cookie that is older than this is renewed by the request that brings it. */
const RENEWED_AFTER_MILLISECONDS = 3600_000;

/** What stands between a request and its operation, on the table. */
export const guards: Guards = {
  recognise: async (event, now) => {
    const bearer = tokenOfHeader(event);
    const token = bearer ?? tokenOfCookie(event);
    if (token === undefined) return undefined;
    const { sessionKeys } = await secretValues();
    const read = await readSessionToken(token, sessionKeys, now);
    const grants = read && (await findGrantsOfSession(read, now));
    if (!read || !grants) throw new DomainError('unauthenticated');
    const isByCookie = bearer === undefined;
    if (isByCookie && isUnsafe(event) && !isFromOwnPage(event)) throw new DomainError('cross_site_request');
    const { personId, tokenId, expiresAt } = read;
    const session = { personId, grants, tokenId, expiresAt };
    return { session, cookies: isByCookie ? await renewal(event, read, now) : [] };
  },
  count: ({ operationId, limit, personId, address, now }) =>
    countCall({ operationId, limit, caller: callerName(personId, address) }, now),
  once: ({ personId, address, ...request }, run) =>
    once({ ...request, personId, caller: callerName(personId, address) }, run),
};

const callerName = (personId: string | undefined, address: string): string =>
  personId === undefined ? `address:${networkOf(address)}` : `person:${personId}`;

const tokenOfHeader = ({ headers }: APIGatewayProxyEventV2): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];

const isUnsafe = ({ requestContext }: APIGatewayProxyEventV2): boolean =>
  !['GET', 'HEAD'].includes(requestContext.http.method);

/** The same session for twelve more hours, as far as its thirty days go: signing out ends every copy of it. */
const renewal = async (
  event: APIGatewayProxyEventV2,
  session: SessionToken,
  now: Date,
): Promise<string[]> => {
  if (now.getTime() - session.issuedAt.getTime() < RENEWED_AFTER_MILLISECONDS) return [];
  const { token } = await signSessionToken(session, (await secretValues()).sessionKeys, now);
  return [sessionCookie(token, { isHttps: isHttps(event) })];
};
