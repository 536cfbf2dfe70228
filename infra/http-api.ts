import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { OperationId } from '../shared/api/paths.ts';
import type { Context, Route } from '../shared/api/route.ts';
import { crossOrigin } from './cross-origin.ts';
import { stageThrottle, throttleOf } from './throttles.ts';

export type HttpApiProps = {
  name: string;
  routes: Record<OperationId, Route>;
  functions: Readonly<Record<Context, LambdaFunction>>;
  /** Switches off the address that AWS gives, where a domain of one's own takes its place. */
  ownDomainOnly: boolean;
};

/** Who asked and for what stays out of the log: no address, no user agent, no query. */
const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMilliseconds: '$context.responseLatency',
});

const OPEN =
  'Open to everybody on purpose: riders find a place to rest without an account, and signing in begins without one.';
const GUARDED =
  'The function itself asks who calls, before it reads anything: a session is a cookie or a token, which no authoriser of API Gateway takes both, and what somebody may do is read with the data.';

/** The HTTP API: one route per line of the route table, and the site for every other path. */
export function addHttpApi(scope: Construct, props: HttpApiProps): { api: HttpApi; stage: HttpStage } {
  const { name, functions, ownDomainOnly } = props;
  const api = new HttpApi(scope, 'HttpApi', {
    apiName: name,
    createDefaultStage: false,
    disableExecuteApiEndpoint: ownDomainOnly,
    corsPreflight: {
      allowOrigins: [...crossOrigin.origins],
      allowMethods: crossOrigin.methods.map((method) => CorsHttpMethod[method]),
      allowHeaders: [...crossOrigin.headers],
      exposeHeaders: [...crossOrigin.exposedHeaders],
      maxAge: Duration.seconds(crossOrigin.maxAgeSeconds),
    },
  });
  const contexts = [...new Set(Object.values(props.routes).map(({ context }) => context))];
  const integrations = Object.fromEntries(
    contexts.map((context) => [
      context,
      new HttpLambdaIntegration(context, functions[context], {
        // One permission per function: one per route overflows a function's policy at about fifty routes.
        scopePermissionToRoute: false,
        timeout: Duration.seconds(29),
      }),
    ]),
  ) as Record<Context, HttpLambdaIntegration>;
  const operations = Object.entries(props.routes) as [OperationId, Route][];
  const routes = operations.map(([operationId, { key, context, access }]) => {
    const [method, path] = key.split(' ') as [HttpMethod, string];
    const route = new HttpRoute(scope, operationId, {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration: integrations[context],
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: access === 'public' || access === 'recognised' ? OPEN : GUARDED,
    });
    return route;
  });
  const site = new HttpRoute(scope, 'default', {
    httpApi: api,
    routeKey: HttpRouteKey.DEFAULT,
    integration: integrations.site,
  });
  Validations.of(site).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'The pages themselves, the API description and the answer to unknown paths; this function reaches no data.',
  });
  return { api, stage: addStage(scope, api, operations, [...routes, site]) };
}

function addStage(
  scope: Construct,
  api: HttpApi,
  operations: [OperationId, Route][],
  routes: HttpRoute[],
): HttpStage {
  const stage = new HttpStage(scope, 'Stage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: stageThrottle.ratePerSecond, burstLimit: stageThrottle.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(scope, 'AccessLog', { retention: RetentionDays.SIX_MONTHS }),
      ),
      format: AccessLogFormat.custom(ACCESS_LOG_FORMAT),
    },
  });
  // The L2 stage has no limits per route.
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
    operations.map(([operationId, { key }]) => {
      const { ratePerSecond, burst } = throttleOf(operationId);
      return [key, { ThrottlingRateLimit: ratePerSecond, ThrottlingBurstLimit: burst }];
    }),
  );
  // A limit for a route that does not exist yet is refused ("Unable to find Route by key").
  stage.node.addDependency(...routes);
  return stage;
}
