import type * as z from 'zod';

/** The bounded contexts: one folder of `functions/`, one bundle, one Lambda each. */
export type Context = 'map' | 'site';

/** How long an answer may be kept: `revalidated` in shared caches for seconds with an ETag, `none` not at all. */
export type CachePolicy = 'revalidated' | 'none';

/**
 * One operation of the API as data. The HTTP API, the local gateway, the OpenAPI document and the typed
 * client are loops over the routes.
 */
export type Route = {
  /** Method and path as API Gateway writes a route key, `GET /v1/places/{id}`. */
  key: string;
  context: Context;
  /** Who may call it. */
  access: 'public';
  params: z.ZodObject;
  query: z.ZodObject;
  response: z.ZodType;
  mediaType: 'application/json' | 'application/geo+json' | 'text/csv';
  cache: CachePolicy;
  /** What the operation answers, in one line. */
  summary: string;
};

export type RouteTable = Record<string, Route>;
