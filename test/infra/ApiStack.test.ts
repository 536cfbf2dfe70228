import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { jobs } from '../../infra/bundle/jobs.ts';
import { contextResources } from '../../infra/context-resources.ts';
import { routes } from '../../shared/api/routes.ts';
import { table as keys } from '../../shared/table.ts';
import { REGIONS, templatesOf } from '../support/synthesised.ts';

type Json = Record<string, unknown>;
type Resource = { Type: string; Properties: Json; DependsOn?: string[] };

const templates = new Map(REGIONS.map((region) => [region, templatesOf({ region }).api]));

/** The resources of one type in the API's stack, by logical id. */
function resourcesOf(region: (typeof REGIONS)[number], type: string): [string, Resource][] {
  return Object.entries(templates.get(region)?.findResources(type) ?? {}) as [string, Resource][];
}

const propertiesOf = (region: (typeof REGIONS)[number], type: string) =>
  resourcesOf(region, type).map(([, { Properties }]) => Properties);

describe.each(REGIONS)('the API stack in %s', (region) => {
  const template = templates.get(region);
  if (!template) throw new Error(`no template for ${region}`);

  it('has exactly the routes of the route table and $default', () => {
    const given = propertiesOf(region, 'AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey);
    const wanted = [...Object.values(routes).map(({ key }) => key), '$default'];
    expect(given.sort()).toEqual(wanted.sort());
  });

  it('sends each route to the function of its context, and $default to the site', () => {
    const integrations = new Map(resourcesOf(region, 'AWS::ApiGatewayV2::Integration'));
    const contextOfRoute = Object.fromEntries(
      propertiesOf(region, 'AWS::ApiGatewayV2::Route').map(({ RouteKey, Target }) => {
        const integrationId = JSON.stringify(Target).match(/"Ref":"(\w+)"/)?.[1] ?? '';
        const uri = JSON.stringify(integrations.get(integrationId)?.Properties.IntegrationUri);
        return [RouteKey, uri.match(/"(\w+?)Function/)?.[1]];
      }),
    );
    const wanted = Object.fromEntries(Object.values(routes).map(({ key, context }) => [key, context]));
    expect(contextOfRoute).toEqual({ ...wanted, $default: 'site' });
  });

  it('limits the stage and every route, and waits for the routes before it does', () => {
    const [stage] = resourcesOf(region, 'AWS::ApiGatewayV2::Stage').map(([, resource]) => resource);
    const limits = stage?.Properties.RouteSettings as Record<string, Json>;
    expect(Object.keys(limits).sort()).toEqual(
      Object.values(routes)
        .map(({ key }) => key)
        .sort(),
    );
    for (const limit of [...Object.values(limits), stage?.Properties.DefaultRouteSettings as Json]) {
      expect(limit.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(limit.ThrottlingBurstLimit).toBeGreaterThanOrEqual(limit.ThrottlingRateLimit as number);
    }
    const routeIds = resourcesOf(region, 'AWS::ApiGatewayV2::Route').map(([id]) => id);
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routeIds));
  });

  it('logs request id, route, status and latency of a request, and nothing about who asked', () => {
    const [stage] = propertiesOf(region, 'AWS::ApiGatewayV2::Stage');
    const settings = stage?.AccessLogSettings as { Format: string } | undefined;
    expect(JSON.parse(settings?.Format ?? '')).toEqual({
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      latencyMilliseconds: '$context.responseLatency',
    });
  });

  it('lets any site read without credentials', () => {
    const [api] = propertiesOf(region, 'AWS::ApiGatewayV2::Api');
    expect(api?.CorsConfiguration).toEqual({
      AllowOrigins: ['*'],
      AllowMethods: ['GET'],
      AllowHeaders: ['If-None-Match'],
      ExposeHeaders: ['ETag', 'Link', 'Retry-After'],
      MaxAge: 86_400,
    });
  });

  it('keeps every log for half a year', () => {
    const groups = propertiesOf(region, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(Object.keys(contextResources).length + 1);
    for (const group of groups) expect(group.RetentionInDays).toBe(180);
  });

  it('runs one function per context and job, with its own log group, without tracing, and ends before the API does', () => {
    const functions = propertiesOf(region, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(Object.keys(contextResources).length);
    for (const properties of functions) {
      expect(properties).toMatchObject({ Handler: 'index.handler', Architectures: ['x86_64'] });
      const isAsked = !jobs.some((job) => properties.Description === `Nuanxin map: ${job}`);
      if (isAsked) expect(properties.Timeout).toBeLessThan(29);
      expect(properties.LoggingConfig).toHaveProperty('LogGroup.Ref');
      expect(properties).not.toHaveProperty('TracingConfig');
      expect(properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
    expect(resourcesOf(region, 'AWS::Lambda::Url')).toEqual([]);
  });

  it('gives a function one permission to be called: a context by this API, the clock by its schedule', () => {
    const [apiId] = resourcesOf(region, 'AWS::ApiGatewayV2::Api').map(([id]) => id);
    const [ruleId] = resourcesOf(region, 'AWS::Events::Rule').map(([id]) => id);
    const callers = propertiesOf(region, 'AWS::Lambda::Permission').map(({ FunctionName, SourceArn }) => [
      JSON.stringify(FunctionName).match(/"(\w+?)Function/)?.[1],
      JSON.stringify(SourceArn).includes(`"Ref":"${apiId}"`) ? 'api' : SourceArn,
    ]);
    const contexts = [...new Set(Object.values(routes).map(({ context }) => context))];
    expect(Object.fromEntries(callers)).toEqual({
      ...Object.fromEntries(contexts.map((context) => [context, 'api'])),
      clock: { 'Fn::GetAtt': [ruleId, 'Arn'] },
    });
    expect(callers).toHaveLength(contexts.length + 1);
  });

  it('makes the table as shared/table.ts describes it', () => {
    const key = (name: string, type: string) => ({ AttributeName: name, KeyType: type });
    const [properties] = propertiesOf(region, 'AWS::DynamoDB::Table');
    expect(properties).toMatchObject({
      KeySchema: [key(keys.partitionKey, 'HASH'), key(keys.sortKey, 'RANGE')],
      TimeToLiveSpecification: { AttributeName: keys.timeToLive, Enabled: true },
      StreamSpecification: { StreamViewType: keys.stream },
    });
    expect(properties?.GlobalSecondaryIndexes).toEqual(
      Object.values(keys.indexes).map(({ name, partitionKey, sortKey, projection }) => ({
        IndexName: name,
        KeySchema: [key(partitionKey, 'HASH'), key(sortKey, 'RANGE')],
        Projection:
          projection === 'ALL'
            ? { ProjectionType: 'ALL' }
            : { ProjectionType: 'INCLUDE', NonKeyAttributes: projection },
      })),
    );
  });

  it('encrypts the table, backs it up continuously and refuses to delete it', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        TableName: Match.absent(),
      },
    });
  });

  it('watches errors, refusals and slow answers', () => {
    const metrics = propertiesOf(region, 'AWS::CloudWatch::Alarm').map(({ MetricName, Metrics }) =>
      MetricName
        ? `${MetricName}`
        : JSON.stringify(Metrics)
            .match(/\w+ThrottleEvents/g)
            ?.join(),
    );
    const perFunction = Object.keys(contextResources).flatMap(() => ['Errors', 'Throttles']);
    const perKey = ['ReadThrottleEvents', 'WriteThrottleEvents'];
    const table = [...perKey, ...Object.keys(keys.indexes).flatMap(() => perKey)].join();
    const alone = ['5xx', 'Latency', 'ApproximateNumberOfMessagesVisible', 'Alarms', 'Parked', table];
    expect(metrics.sort()).toEqual([...alone, ...perFunction].sort());
  });
});

describe('the API stack', () => {
  it('tells an address about alarms over a topic that CloudWatch may write to, over TLS only', () => {
    const { api } = templatesOf({ region: 'cn-northwest-1', alarmEmail: 'duty@example.cn' });
    api.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'duty@example.cn' });
    api.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
        ]),
      }),
    });
    for (const { Properties } of Object.values(api.findResources('AWS::CloudWatch::Alarm'))) {
      expect(Properties.AlarmActions).toHaveLength(1);
    }
  });

  it('has no topic while nobody is to be told', () => {
    templates.get('ap-east-1')?.resourceCountIs('AWS::SNS::Topic', 0);
  });

  it('runs on arm64 when asked to', () => {
    const { api } = templatesOf({ region: 'ap-east-1', arm64: 'true' });
    api.allResourcesProperties('AWS::Lambda::Function', { Architectures: ['arm64'] });
  });

  it('hands the base map to the site alone', () => {
    const siteConfig = { baseLayer: { type: 'sketch' }, start: { center: [121.424, 31.222], zoom: 15 } };
    const { api } = templatesOf({ region: 'cn-northwest-1', siteConfig });
    const given = Object.values(api.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => Properties.Environment.Variables.SITE_CONFIG,
    );
    expect(given.filter(Boolean)).toEqual([JSON.stringify(siteConfig)]);
  });

  it('serves a restored table while it keeps its own', () => {
    const { api } = templatesOf({ region: 'ap-east-1', restoredTable: 'restored-2026' });
    api.resourceCountIs('AWS::DynamoDB::Table', 1);
    api.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ TABLE_NAME: 'restored-2026' }) },
    });
    expect(JSON.stringify(api.findResources('AWS::IAM::Policy'))).toContain('table/restored-2026');
  });

  it('answers at a domain of its own only, when there is no CDN to do so', () => {
    const certificate = 'arn:aws-cn:acm:cn-northwest-1:111122223333:certificate/0a';
    const { api } = templatesOf({ region: 'cn-northwest-1', domain: 'ditu.example.cn', certificate });
    api.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    api.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'ditu.example.cn',
      DomainNameConfigurations: [Match.objectLike({ SecurityPolicy: 'TLS_1_2' })],
    });
    api.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  });
});
