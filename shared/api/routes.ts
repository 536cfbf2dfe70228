import { mapRoutes } from './map-routes.ts';
import { siteRoutes } from './site-routes.ts';

/** The route table: every operation of the API. A context imports only its own part. */
export const routes = { ...mapRoutes, ...siteRoutes } as const;

export type Routes = typeof routes;
