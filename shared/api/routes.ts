import { mapRoutes } from './map-routes.ts';
import { photoRoutes } from './photo-routes.ts';
import { placeRoutes } from './place-routes.ts';
import { planningRoutes } from './planning-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { wechatRoutes } from './wechat-routes.ts';

/** The route table: every operation of the API. A context imports only its own part. */
export const routes = {
  ...mapRoutes,
  ...siteRoutes,
  ...sessionRoutes,
  ...wechatRoutes,
  ...photoRoutes,
  ...registrationRoutes,
  ...placeRoutes,
  ...planningRoutes,
} as const;

export type Routes = typeof routes;
