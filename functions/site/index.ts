import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteRoutes } from '../../shared/api/site-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { Rendered } from '../runtime/rendered.ts';
import { serveSite } from './serve-site.ts';

/** The document is made from the route table when the bundles are. */
const openapi = new Rendered<{ openapi: string }>(
  readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'),
);

/** The site itself, the API's own description, and the answer to everything that is neither. */
export const handler = defineFunction(
  siteRoutes,
  { getOpenapi: () => ({ body: openapi }) },
  { fallback: serveSite },
);
