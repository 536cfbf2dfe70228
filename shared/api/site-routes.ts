import * as z from 'zod';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

/** What the site itself answers under `/v1`. */
export const siteRoutes = {
  getOpenapi: {
    key: paths.getOpenapi,
    context: 'site',
    access: 'public',
    params: z.strictObject({}),
    query: z.strictObject({}),
    response: z.looseObject({ openapi: z.string() }),
    mediaType: 'application/json',
    cache: 'revalidated',
    summary: 'This API as an OpenAPI 3.1 document.',
  },
} as const satisfies RouteTable;
