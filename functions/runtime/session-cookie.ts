import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { OWN_PAGE } from '../../shared/api/client.ts';
import { SESSION_SECONDS } from './session-token.ts';

/**
 * Over https a browser takes this name from nobody but this very host (RFC 6265bis): a page of a neighbouring subdomain
 * cannot plant a session of its own here. Without https, on a machine of one's own, there is no such promise.
 */
const nameOf = (isHttps: boolean): string => (isHttps ? '__Host-session' : 'session');

/** The `Set-Cookie` that keeps a session where no script reads it; sent over https alone where it came so. */
export const sessionCookie = (token: string, { isHttps }: { isHttps: boolean }): string =>
  `${nameOf(isHttps)}=${token}; Max-Age=${SESSION_SECONDS}; ${attributes(isHttps)}`;

/** The `Set-Cookie` that takes it away. */
export const clearedCookie = ({ isHttps }: { isHttps: boolean }): string =>
  `${nameOf(isHttps)}=; Max-Age=0; ${attributes(isHttps)}`;

const attributes = (isHttps: boolean): string => `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;

/** The token in a request's cookie; undefined without one. */
export const tokenOfCookie = (event: APIGatewayProxyEventV2): string | undefined => {
  const start = `${nameOf(isHttps(event))}=`;
  const cookie = event.cookies?.find((pair) => pair.startsWith(start));
  return cookie?.slice(start.length) || undefined;
};

/** How the request came to us: API Gateway itself writes this header. */
export const isHttps = ({ headers }: APIGatewayProxyEventV2): boolean =>
  headers['x-forwarded-proto']?.split(',')[0]?.trim() === 'https';

/** Whether our own page sent it: a page of another site cannot set this header. */
export const isFromOwnPage = ({ headers }: APIGatewayProxyEventV2): boolean =>
  Object.entries(OWN_PAGE).every(([name, value]) => headers[name] === value);
