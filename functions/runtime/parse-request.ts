import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { DomainError, type FieldError } from '../../shared/api/problem.ts';
import type { Route } from '../../shared/api/route.ts';

/** What an operation receives: the request's parts, parsed by the schemas of its route, and the moment. */
export type RequestOf<R extends Route> = {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  now: Date;
};

/** Parses a request by its route. Throws `invalid_request` with every wrong field, where it stands and why. */
export const parseRequest = <R extends Route>(
  route: R,
  event: APIGatewayProxyEventV2,
  now: Date,
): RequestOf<R> => {
  const params = route.params.safeParse(event.pathParameters ?? {});
  const query = route.query.safeParse(event.queryStringParameters ?? {});
  if (params.success && query.success) {
    return { params: params.data, query: query.data, now } as RequestOf<R>;
  }
  const fields = [...fieldErrors('path', params.error), ...fieldErrors('query', query.error)];
  const first = fields[0] as FieldError;
  throw new DomainError('invalid_request', `${first.in} ${first.field}: ${first.message}`, { fields });
};

const fieldErrors = (part: FieldError['in'], error: z.ZodError | undefined): FieldError[] =>
  (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ in: part, field, message: 'unknown field' }))
      : [{ in: part, field: issue.path.join('.'), message: issue.message }],
  );
