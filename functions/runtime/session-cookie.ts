import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { OWN_PAGE } from '../../shared/api/client.ts';
import { SESSION_SECONDS } from './session-token.ts';

const NAME = 'session';

/** The `Set-Cookie` that keeps a session where no script reads it; sent over https alone where it came so. */
export const sessionCookie = (token: string, { isHttps }: { isHttps: boolean }): string =>
  `${NAME}=${token}; Max-Age=${SESSION_SECONDS}; ${attributes(isHttps)}`;

/** The `Set-Cookie` that takes it away. */
export const clearedCookie = ({ isHttps }: { isHttps: boolean }): string =>
  `${NAME}=; Max-Age=0; ${attributes(isHttps)}`;

const attributes = (isHttps: boolean): string => `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;

/** The token in a request's cookie; undefined without one. */
export const tokenOfCookie = ({ cookies = [] }: APIGatewayProxyEventV2): string | undefined =>
  cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1) || undefined;

/** How the request came to us: API Gateway itself writes this header. */
export const isHttps = ({ headers }: APIGatewayProxyEventV2): boolean =>
  headers['x-forwarded-proto']?.split(',')[0]?.trim() === 'https';

/** Whether our own page sent it: a page of another site cannot set this header. */
export const isFromOwnPage = ({ headers }: APIGatewayProxyEventV2): boolean =>
  Object.entries(OWN_PAGE).every(([name, value]) => headers[name] === value);
