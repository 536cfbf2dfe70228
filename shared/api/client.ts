import type * as z from 'zod';
import { type OperationId, paths } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Routes } from './routes.ts';

type Values<Schema extends z.ZodType> = {
  [Key in keyof z.input<Schema>]: z.input<Schema>[Key] | number | readonly string[];
};

/** What an operation takes: path parameters and query. */
export type RequestOf<Id extends OperationId> = {
  params?: Values<Routes[Id]['params']>;
  query?: Values<Routes[Id]['query']>;
  signal?: AbortSignal;
};

/** What an operation answers. */
export type ResponseOf<Id extends OperationId> = z.output<Routes[Id]['response']>;

/** The part of `fetch` that the client needs: the browser's, Node's, or a mini-program's over `wx.request`. */
export type Fetch = (
  url: string,
  options: { method: string; headers: Record<string, string>; signal?: AbortSignal },
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
export const addressOf = <Id extends OperationId>(id: Id, request: RequestOf<Id> = {}): string => {
  const [, template] = paths[id].split(' ') as [string, string];
  const params = (request.params ?? {}) as Record<string, unknown>;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries(request.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
};

/**
 * The typed client: one way to call every operation of the route table.
 * Rejects with `ApiError` for an answer other than 2xx, and with what `fetch` throws when nothing answers.
 */
export const createClient =
  (fetch: Fetch, origin = '') =>
  async <Id extends OperationId>(id: Id, request: RequestOf<Id> = {}): Promise<ResponseOf<Id>> => {
    const answer = await fetch(origin + addressOf(id, request), {
      method: paths[id].slice(0, paths[id].indexOf(' ')),
      headers: { accept: 'application/json' },
      ...(request.signal && { signal: request.signal }),
    });
    const text = await answer.text();
    const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '');
    const body: unknown = isJson ? JSON.parse(text) : text;
    if (answer.ok) return body as ResponseOf<Id>;
    throw new ApiError(answer.status, isJson ? (body as Problem) : undefined);
  };

export type Client = ReturnType<typeof createClient>;
