import type * as z from 'zod';
import { type OperationId, paths } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Routes } from './routes.ts';

/** What may stand for a parameter that is written as text: the number or the list that it is read as. */
type Plain<Value> = Value extends number
  ? number
  : Value extends readonly (infer Item)[]
    ? readonly Item[]
    : never;

type Values<Schema extends z.ZodType> = {
  [Key in keyof z.input<Schema>]:
    | z.input<Schema>[Key]
    | Plain<z.output<Schema>[Key & keyof z.output<Schema>]>;
};

/** A part of a request: it may be left out only where all of it is optional. */
type Part<Name extends string, Schema extends z.ZodType> =
  Record<never, never> extends z.input<Schema>
    ? { [Key in Name]?: Values<Schema> }
    : { [Key in Name]: Values<Schema> };

type BodyPart<Route> = Route extends { body: infer Schema extends z.ZodType }
  ? Record<never, never> extends z.input<Schema>
    ? { body?: z.input<Schema> }
    : { body: z.input<Schema> }
  : Record<never, never>;

/** The version that a write holds for, of operations with `ifMatch`. */
type IfMatchPart<Route> = Route extends { ifMatch: true } ? { ifMatch: number } : Record<never, never>;

/** A key of one's own that makes a repeated write the same write. */
type IdempotencyPart<Route> = Route extends { idempotent: true }
  ? { idempotencyKey?: string }
  : Record<never, never>;

/** What an operation takes: path parameters, query, body, and what goes with a write. */
export type RequestOf<Id extends OperationId> = Part<'params', Routes[Id]['params']> &
  Part<'query', Routes[Id]['query']> &
  BodyPart<Routes[Id]> &
  IfMatchPart<Routes[Id]> &
  IdempotencyPart<Routes[Id]> & { signal?: AbortSignal };

/** The request as an argument, which may be left out where an operation needs nothing. */
type RequestArgument<Id extends OperationId> =
  Record<never, never> extends RequestOf<Id> ? [request?: RequestOf<Id>] : [request: RequestOf<Id>];

/** What an operation answers. */
export type ResponseOf<Id extends OperationId> = z.output<Routes[Id]['response']>;

/** The part of `fetch` that the client needs: the browser's, Node's, or a mini-program's over `wx.request`. */
export type Fetch = (
  url: string,
  options: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<{
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** An answer other than 2xx: `problem` as the API sent it, or absent when something else answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? problem?.title.en ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

/** The address of an operation, path parameters filled in and query written out. */
export const addressOf = <Id extends OperationId>(id: Id, ...[request]: RequestArgument<Id>): string => {
  const [, template] = paths[id].split(' ') as [string, string];
  const { params = {}, query = {} } = (request ?? {}) as Record<string, Record<string, unknown>>;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const written = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return written.length > 0 ? `${path}?${written.join('&')}` : path;
};

type GivenParts = { signal?: AbortSignal; body?: unknown; ifMatch?: number; idempotencyKey?: string };

/**
 * What a page of another origin cannot send unasked: with it a cookie counts on a write, without it the write is
 * refused as `cross_site_request`.
 */
export const OWN_PAGE = { 'x-requested-with': 'nuanxin-map' } as const;

/**
 * The typed client: one way to call every operation of the route table.
 * Rejects with `ApiError` for an answer other than 2xx or one that cannot be read, and with what `fetch` throws
 * when nothing answers.
 */
export const createClient =
  (fetch: Fetch, origin = '') =>
  async <Id extends OperationId>(id: Id, ...argument: RequestArgument<Id>): Promise<ResponseOf<Id>> => {
    const { signal, body: given, ifMatch, idempotencyKey } = (argument[0] ?? {}) as GivenParts;
    const method = paths[id].slice(0, paths[id].indexOf(' '));
    const answer = await fetch(origin + addressOf(id, ...argument), {
      method,
      headers: {
        accept: 'application/json',
        ...(method !== 'GET' && OWN_PAGE),
        ...(given !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(given !== undefined && { body: JSON.stringify(given) }),
      ...(signal && { signal }),
    });
    const body = readBody(await answer.text(), answer.headers.get('content-type') ?? '');
    if (answer.ok && body !== undefined) return body as ResponseOf<Id>;
    throw new ApiError(answer.status, isProblem(body) ? body : undefined);
  };

export type Client = ReturnType<typeof createClient>;

/** The value of a body, or its text where it is not JSON; undefined where it says it is JSON and is not. */
const readBody = (text: string, contentType: string): unknown => {
  if (!/[/+]json/.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What stands between (a gateway, a CDN) answers JSON of its own, which is no problem of ours. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
