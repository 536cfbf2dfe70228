import type * as z from 'zod';
import type { Role } from '../access/role.ts';

/** The bounded contexts that answer HTTP: one folder of `functions/`, one bundle, one Lambda each. */
export type Context =
  | 'map'
  | 'site'
  | 'sessions'
  | 'wechat'
  | 'photos'
  | 'registrations'
  | 'places'
  | 'planning';

/**
 * How long an answer may be kept: `revalidated` in shared caches for seconds with an ETag, `own` by whoever asked,
 * who asks each time whether it still holds, `immutable` for good, `none` not at all.
 */
export type CachePolicy = 'revalidated' | 'own' | 'immutable' | 'none';

/**
 * Who may call an operation. `public`: anybody, nobody asks who. `recognised`: anybody, and whoever is signed in is
 * known. `signed_in`: anybody who is. Else one of the roles, in the subdistrict that the request or the stored item
 * names; `anywhere`: in any subdistrict, where the answer concerns none.
 */
export type Access =
  | 'public'
  | 'recognised'
  | 'signed_in'
  | { roles: readonly Role[]; subdistrictFrom: 'query' | 'path' | 'body' | 'stored' | 'anywhere' };

/** At most so many calls in so many seconds: of one person, or of one address where nobody is signed in. */
export type RateLimit = { calls: number; seconds: number };

/**
 * One operation of the API as data. The HTTP API, the local gateway, the OpenAPI document and the typed
 * client are loops over the routes.
 */
export type Route = {
  /** Method and path as API Gateway writes a route key, `GET /v1/places/{id}`. */
  key: string;
  context: Context;
  access: Access;
  params: z.ZodObject;
  query: z.ZodObject;
  /** JSON that the request carries; absent: none is read. */
  body?: z.ZodType;
  /** What a body may measure, in bytes; 100 kB where nothing is said. */
  bodyLimit?: number;
  /** The body is handed on as it came, as text: somebody else has shaped and signed it. */
  rawBody?: true;
  response: z.ZodType;
  /** 200 where nothing is said. */
  status?: 200 | 201 | 202;
  mediaType:
    | 'application/json'
    | 'application/geo+json'
    | 'text/csv'
    | 'text/plain'
    | 'image/jpeg'
    | 'application/octet-stream'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  cache: CachePolicy;
  /** The write holds only for the version that `If-Match` names; answers carry it as `ETag`. */
  ifMatch?: true;
  /** A repeated `Idempotency-Key` gets the first answer again. */
  idempotent?: true;
  /** For writes that say nothing: 60 in a minute. */
  limit?: RateLimit;
  /** What the operation answers, in one line. */
  summary: string;
};

export type RouteTable = Record<string, Route>;

/** For writes that declare no limit of their own. */
const ORDINARY_LIMIT: RateLimit = { calls: 60, seconds: 60 };

/** How often an operation may be called; undefined for reads that say nothing. */
export const limitOf = ({ key, limit }: Pick<Route, 'key' | 'limit'>): RateLimit | undefined =>
  limit ?? (key.startsWith('GET ') ? undefined : ORDINARY_LIMIT);
