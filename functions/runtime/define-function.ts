import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import type { Route, RouteTable } from '../../shared/api/route.ts';
import { type Answer, httpAnswer } from './answer.ts';
import { logError } from './log.ts';
import { parseRequest, type RequestOf } from './parse-request.ts';
import { problemAnswer } from './problem-answer.ts';

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

/**
 * The Lambda of a context: finds the route, parses the request, calls the operation, writes the answer.
 * Everything thrown on the way becomes one kind of problem.
 */
export const defineFunction = <Routes extends RouteTable>(
  routes: Routes,
  operations: Operations<Routes>,
  fallback: Fallback = noRoute,
) => {
  const byKey = new Map(
    Object.entries(routes).map(([id, route]) => [
      route.key,
      { route, operation: operations[id] as Operation<Route> },
    ]),
  );
  const dispatch = async (event: APIGatewayProxyEventV2): Promise<Result> => {
    const found = byKey.get(event.routeKey);
    if (!found) return fallback(event);
    const { route, operation } = found;
    return httpAnswer(event, route, await operation(parseRequest(route, event, new Date())));
  };
  return middy<APIGatewayProxyEventV2, Result, Error, Context>({ timeoutEarlyInMillis: 0 })
    .use(answerProblems)
    .handler(dispatch);
};

const answerProblems: middy.MiddlewareObj<APIGatewayProxyEventV2, Result> = {
  onError: (request) => {
    const { requestId } = request.event.requestContext;
    const answer = problemAnswer(request.error, requestId);
    if ((answer.statusCode ?? 500) >= 500) logError(request.error, request.event.routeKey, requestId);
    request.response = answer;
  },
};
