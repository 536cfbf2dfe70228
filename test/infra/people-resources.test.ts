import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { REGIONS, templatesOf } from '../support/synthesised.ts';

type Json = Record<string, unknown>;

describe.each(REGIONS)('what people bring with them, in %s', (region) => {
  const { api } = templatesOf({ region });
  const only = (type: string) => Object.values(api.findResources(type))[0]?.Properties as Json;

  it('keeps pictures private, encrypted and behind TLS, and forgets what was never completed', () => {
    expect(only('AWS::S3::Bucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      LifecycleConfiguration: {
        Rules: [
          { Prefix: 'uploads/', ExpirationInDays: 1, Status: 'Enabled' },
          { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
        ],
      },
    });
    const { PolicyDocument } = only('AWS::S3::BucketPolicy') as { PolicyDocument: { Statement: Json[] } };
    expect(PolicyDocument.Statement.map(({ Effect, Condition }) => [Effect, Condition])).toEqual([
      ['Deny', { Bool: { 'aws:SecureTransport': 'false' } }],
      ['Deny', { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
    ]);
    api.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
  });

  it('lets AWS make the root key, shows it nowhere, and gives functions the name of the secret alone', () => {
    const secret = only('AWS::SecretsManager::Secret');
    expect(secret).not.toHaveProperty('SecretString');
    expect(secret.GenerateSecretString).toMatchObject({
      GenerateStringKey: 'rootKey',
      PasswordLength: 64,
      SecretStringTemplate: JSON.stringify({ wechat: { appSecret: '', pushToken: '', pushAesKey: '' } }),
    });
    api.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' });
    expect(JSON.stringify(api.toJSON())).not.toContain('resolve:secretsmanager');
  });

  it('tells the notifier what is new in the outbox, a few times, and keeps what it could not take', () => {
    expect(only('AWS::Lambda::EventSourceMapping')).toMatchObject({
      EventSourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^Table/), 'StreamArn'] },
      FunctionName: { Ref: expect.stringMatching(/^notifierFunction/) },
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 21_600,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^Failed/), 'Arn'] } },
      },
    });
    const { FilterCriteria } = only('AWS::Lambda::EventSourceMapping') as {
      FilterCriteria: { Filters: { Pattern: string }[] };
    };
    expect(FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      {
        eventName: ['INSERT', 'MODIFY'],
        dynamodb: { NewImage: { GSI2PK: { S: ['OUTBOX#pending'] } } },
      },
    ]);
  });

  it('rings the clock every five minutes', () => {
    expect(only('AWS::Events::Rule')).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Targets: [
        {
          Arn: { 'Fn::GetAtt': [expect.stringMatching(/^clockFunction/), 'Arn'] },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^Failed/), 'Arn'] } },
        },
      ],
    });
  });

  it('counts in the logs what only an operator can put right, apart from messages that were given up', () => {
    const patterns = Object.values(api.findResources('AWS::Logs::MetricFilter')).map(
      ({ Properties }) => Properties.FilterPattern,
    );
    expect(new Set(patterns)).toEqual(
      new Set(['"\\"alarm\\":true" -"\\"source\\":\\"outbox\\""', '"\\"source\\":\\"outbox\\""']),
    );
  });

  it('limits uploads and what needs no account far below the reading of the map', () => {
    const { RouteSettings } = only('AWS::ApiGatewayV2::Stage') as {
      RouteSettings: Record<string, { ThrottlingRateLimit: number }>;
    };
    const ofMap = RouteSettings['GET /v1/tiles/14/{x}/{y}']?.ThrottlingRateLimit ?? 0;
    for (const key of ['POST /v1/photos', 'POST /v1/sessions', 'POST /v1/places/{id}/confirmations'])
      expect(RouteSettings[key]?.ThrottlingRateLimit).toBeLessThanOrEqual(ofMap / 10);
  });
});

describe('where pictures come from', () => {
  const originsOf = (given: Json) => {
    const { api } = templatesOf(given);
    const [bucket] = Object.values(api.findResources('AWS::S3::Bucket'));
    const [{ AllowedOrigins, AllowedMethods }] = bucket!.Properties.CorsConfiguration.CorsRules;
    expect(AllowedMethods).toEqual(['POST']);
    return AllowedOrigins;
  };

  it('is the domain of the site where it has one', () => {
    const certificate = 'arn:aws-cn:acm:cn-northwest-1:111122223333:certificate/0a';
    expect(originsOf({ region: 'cn-northwest-1', domain: 'ditu.example.cn', certificate })).toEqual([
      'https://ditu.example.cn',
    ]);
  });

  it('is an address that AWS has given where it has none', () => {
    expect(originsOf({ region: 'ap-east-1' })).toEqual(['https://*.cloudfront.net']);
    expect(JSON.stringify(originsOf({ region: 'cn-northwest-1' }))).toContain('https://*.execute-api.');
  });
});

describe('the mini-program of an installation', () => {
  const given = {
    region: 'cn-northwest-1',
    wechatAppId: 'wx0123456789abcdef',
    wechatTemplates: JSON.stringify({ registration_approved: 'a'.repeat(43) }),
  };

  it('is known to every function that speaks to WeChat or knows sessions', () => {
    templatesOf(given).api.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'Nuanxin map: notifier',
      Environment: {
        Variables: Match.objectLike({
          WECHAT_APP_ID: 'wx0123456789abcdef',
          WECHAT_TEMPLATES: given.wechatTemplates,
        }),
      },
    });
  });

  it('is not heard of a restored table until its stream is named', () => {
    const restored = { ...given, restoredTable: 'restored-2026' };
    templatesOf(restored).api.resourceCountIs('AWS::Lambda::EventSourceMapping', 0);
    const restoredStream =
      'arn:aws-cn:dynamodb:cn-northwest-1:111122223333:table/restored-2026/stream/2026-11-20T00:00:00.000';
    templatesOf({ ...restored, restoredStream }).api.hasResourceProperties(
      'AWS::Lambda::EventSourceMapping',
      { EventSourceArn: restoredStream },
    );
  });
});
