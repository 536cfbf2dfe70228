import { routes } from '../../shared/api/routes.ts';
import { contextBundle, contexts, environmentScript } from '../bundle/functions.ts';
import { type Gateway, type GatewayOptions, startGateway } from './gateway.ts';
import type { GatewayRoute } from './route-matcher.ts';

/** What the gateway serves: every route of the table, and the site for all else. */
export const gatewayRoutes: GatewayRoute[] = [
  ...Object.values(routes).map(({ key, context }) => ({ key, context })),
  { key: '$default', context: 'site' },
];

/** What every map needs from its first second; all else starts with its first request. */
const EAGER = ['map', 'site'];

/** Starts the gateway with the built bundles of all contexts. */
export function serveContexts(
  variables: Record<string, string>,
  listenOn: Pick<GatewayOptions, 'host' | 'port' | 'environments' | 'answerLocally'>,
): Promise<Gateway> {
  const bundles = Object.fromEntries(contexts.map((context) => [context, contextBundle(context)]));
  const lazy = contexts.filter((context) => !EAGER.includes(context));
  return startGateway({ routes: gatewayRoutes, bundles, lazy, environmentScript, variables, ...listenOn });
}
