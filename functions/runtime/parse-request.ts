import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { DomainError, type FieldError } from '../../shared/api/problem.ts';
import type { Route } from '../../shared/api/route.ts';
import { readBody } from './read-body.ts';
import type { RequireScope, Session } from './session.ts';

/** The request's parts, parsed by the schemas of its route, and the moment. */
export type ParsedRequest<R extends Route> = {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: R extends { rawBody: true }
    ? string
    : R extends { body: z.ZodType }
      ? z.output<R['body']>
      : undefined;
  /** The version that a write holds for, of routes with `ifMatch`. */
  ifMatch: R extends { ifMatch: true } ? number : undefined;
  now: Date;
};

/** What an operation receives: what was asked, and by whom. */
export type RequestOf<R extends Route> = ParsedRequest<R> & {
  session: R['access'] extends 'public'
    ? undefined
    : R['access'] extends 'recognised'
      ? Session | undefined
      : Session;
  /** Called with the subdistrict of what is stored, before anything of it is answered or changed. */
  requireScope: RequireScope;
  /** Whence the request comes; never stored or logged as it is. */
  address: string;
  /** Whether it came encrypted: then a cookie is set for https alone. */
  isHttps: boolean;
  /** Whether it carries the header that no page of another site can set. */
  isFromOwnPage: boolean;
};

/**
 * Parses a request by its route.
 * @throws DomainError `invalid_request` with every wrong field, where it stands and why; `malformed_json`,
 * `body_too_large`, `precondition_required`.
 */
export const parseRequest = <R extends Route>(
  route: R,
  event: APIGatewayProxyEventV2,
  now: Date,
): ParsedRequest<R> => {
  const given = readBody(route, event);
  const params = route.params.safeParse(event.pathParameters ?? {});
  const query = route.query.safeParse(event.queryStringParameters ?? {});
  const body = route.body?.safeParse(given);
  if (params.success && query.success && body?.success !== false) {
    const ifMatch = route.ifMatch && readIfMatch(event);
    return {
      params: params.data,
      query: query.data,
      body: route.rawBody ? given : body?.data,
      ifMatch,
      now,
    } as ParsedRequest<R>;
  }
  const fields = [
    ...fieldErrors('path', params.error),
    ...fieldErrors('query', query.error),
    ...fieldErrors('body', body?.error),
  ];
  const first = fields[0] as FieldError;
  throw new DomainError('invalid_request', `${first.in} ${first.field}: ${first.message}`, { fields });
};

const fieldErrors = (part: FieldError['in'], error: z.ZodError | undefined): FieldError[] =>
  (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({
          in: part,
          field: [...issue.path, field].join('.'),
          message: 'unknown field',
        }))
      : [{ in: part, field: issue.path.join('.'), message: issue.message }],
  );

/** The version that `If-Match: "3"` names. */
const readIfMatch = ({ headers }: APIGatewayProxyEventV2): number => {
  const given = headers['if-match'];
  if (given === undefined) throw new DomainError('precondition_required', 'header If-Match: "version"');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim())?.[1];
  if (version === undefined) {
    const field = { in: 'header', field: 'If-Match', message: 'one version in quotes' } as const;
    throw new DomainError('invalid_request', 'header If-Match: one version in quotes', { fields: [field] });
  }
  return Number(version);
};
