import { createHash } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { limitOf, type Route, type RouteTable } from '../../shared/api/route.ts';
import { type Answer, httpAnswer } from './answer.ts';
import { callerAddress } from './caller-address.ts';
import type { Guards } from './guards.ts';
import { logError } from './log.ts';
import { parseRequest, type RequestOf } from './parse-request.ts';
import { problemAnswer } from './problem-answer.ts';
import { scopeOfRequest } from './scope-of-request.ts';
import { admit, requireScopeOf } from './session.ts';
import { isFromOwnPage, isHttps } from './session-cookie.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** One operation of a route: a typed request in, an answer of the route's response type out. */
export type Operation<R extends Route> = (
  request: RequestOf<R>,
) => Promise<Answer<z.output<R['response']>>> | Answer<z.output<R['response']>>;

/** An operation for every route of a context: a missing one, or a wrong answer, does not compile. */
export type Operations<Routes extends RouteTable> = { [Id in keyof Routes]: Operation<Routes[Id]> };

/** What answers a request that none of the routes takes. */
export type Fallback = (event: APIGatewayProxyEventV2) => Promise<Result> | Result;

const noRoute: Fallback = (event) => {
  throw new DomainError('unknown_route', `${event.requestContext.http.method} ${event.rawPath}`);
};

/** A context all of whose routes are public needs no guards; every other must bring them. */
type Options<Routes extends RouteTable> = {
  fallback?: Fallback;
} & (Routes[keyof Routes]['access'] extends 'public' ? { guards?: Guards } : { guards: Guards });

/**
 * The Lambda of a context. A request's way: route, who asks (401), their roles (403), the request's parts (400), the
 * subdistrict it names (403), its limit (429), the operation, the answer. Everything thrown on the way becomes one
 * kind of problem.
 */
export const defineFunction = <Routes extends RouteTable>(
  routes: Routes,
  operations: Operations<Routes>,
  { fallback = noRoute, guards }: Options<Routes>,
) => {
  const byKey = new Map(
    Object.entries(routes).map(([id, route]) => [
      route.key,
      { id, route, operation: operations[id] as Operation<Route> },
    ]),
  );

  const recognise = async ({ access }: Route, event: APIGatewayProxyEventV2, now: Date) => {
    if (access === 'public') return undefined;
    try {
      return await guards?.recognise(event, now);
    } catch (error) {
      // Who need not be signed in is not kept out by the token of a session that is over.
      if (access === 'recognised' && error instanceof DomainError) return undefined;
      throw error;
    }
  };

  const dispatch = async (event: APIGatewayProxyEventV2): Promise<Result> => {
    const found = byKey.get(event.routeKey);
    if (!found) return fallback(event);
    const { id, route, operation } = found;
    const now = new Date();
    const known = await recognise(route, event, now);
    const session = known?.session;
    admit(route.access, session);
    const requireScope = requireScopeOf(route.access, session);
    const parsed = parseRequest(route, event, now);
    const scope = scopeOfRequest(route, parsed);
    if (scope) requireScope(scope);
    const limit = limitOf(route);
    const address = callerAddress(event);
    const personId = session?.personId;
    if (limit && guards) await guards.count({ operationId: id, limit, personId, address, now });
    const run = async () =>
      httpAnswer(
        event,
        route,
        await operation({
          ...parsed,
          session,
          requireScope,
          address,
          isHttps: isHttps(event),
          isFromOwnPage: isFromOwnPage(event),
        } as RequestOf<Route>),
      );
    const key = route.idempotent ? idempotencyKeyOf(event) : undefined;
    const result =
      key !== undefined && guards
        ? await guards.once(
            { key, operationId: id, personId, address, fingerprint: fingerprintOf(event), now },
            run,
          )
        : await run();
    const renewed = isForCaches(result) ? [] : (known?.cookies ?? []);
    const cookies = [...renewed, ...(result.cookies ?? [])];
    return cookies.length > 0 ? { ...result, cookies } : result;
  };

  return middy<APIGatewayProxyEventV2, Result, Error, Context>({ timeoutEarlyInMillis: 0 })
    .use(answerProblems)
    .handler(dispatch);
};

/** What a cache hands on to others carries nobody's session; their next request renews it. */
const isForCaches = ({ headers = {} }: Result): boolean => `${headers['cache-control']}`.startsWith('public');

const idempotencyKeyOf = ({ headers }: APIGatewayProxyEventV2): string | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined || /^[\w-]{8,64}$/.test(key)) return key;
  throw new DomainError('invalid_request', 'header Idempotency-Key: 8 to 64 letters, digits, - or _');
};

/** Two requests with one fingerprint ask for the same. */
const fingerprintOf = ({ rawPath, rawQueryString, body = '' }: APIGatewayProxyEventV2): string =>
  createHash('sha256').update(`${rawPath}?${rawQueryString}\n${body}`).digest('base64url');

const answerProblems: middy.MiddlewareObj<APIGatewayProxyEventV2, Result> = {
  onError: (request) => {
    const { requestId } = request.event.requestContext;
    const answer = problemAnswer(request.error, requestId);
    if ((answer.statusCode ?? 500) >= 500) logError(request.error, request.event.routeKey, requestId);
    request.response = answer;
  },
};
