import { Match, type Template } from 'aws-cdk-lib/assertions';
import { CachePolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, it } from 'vitest';
import { keptPaths } from '../../infra/kept-paths.ts';
import { templatesOf } from '../support/synthesised.ts';

function webOf(given: Record<string, unknown>): Template {
  const { web } = templatesOf(given);
  if (!web) throw new Error('There is no web stack.');
  return web;
}

function distributionOf(template: Template) {
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
  return distribution?.Properties.DistributionConfig;
}

describe('the CDN in the partition aws', () => {
  const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/0a';
  const web = webOf({ region: 'ap-east-1', domain: 'map.example.org', certificate });

  it('has the API as its only origin, over TLS 1.2', () => {
    const { Origins } = distributionOf(web);
    expect(Origins).toHaveLength(1);
    expect(JSON.stringify(Origins[0].DomainName)).toContain('.execute-api.ap-east-1.');
    expect(Origins[0].CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  it('tells the API by a mark of its own that it has passed a request on', () => {
    const [{ HeaderName, HeaderValue }] = distributionOf(web).Origins[0].OriginCustomHeaders;
    expect(HeaderName).toBe('x-cdn-mark');
    // A part of the id of the API's stack: it stands in no template.
    expect(JSON.stringify(HeaderValue)).toContain('AWSStackId');
  });

  it('keeps an answer only as long as the origin says, apart by path, query and encoding', () => {
    web.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingGzip: true,
          EnableAcceptEncodingBrotli: true,
          QueryStringsConfig: { QueryStringBehavior: 'all' },
          HeadersConfig: { HeaderBehavior: 'none' },
          CookiesConfig: { CookieBehavior: 'none' },
        },
      },
    });
  });

  it('keeps hashed files and what the route table lets be kept, and passes all else through whole', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = distributionOf(web);
    expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual(
      keptPaths(),
    );
    expect(keptPaths()).toContain('/v1/tiles/14/*/*');
    for (const path of ['/v1/me', '/v1/photos', '/v1/places/nearby', '/v1/cases'])
      expect(keptPaths()).not.toContain(path);
    for (const { AllowedMethods } of CacheBehaviors) expect(AllowedMethods).not.toContain('POST');
    expect(DefaultCacheBehavior).toMatchObject({
      AllowedMethods: expect.arrayContaining(['DELETE', 'PATCH', 'POST', 'PUT']),
      CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
      OriginRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
    });
  });

  it('passes on what a browser asks before a foreign page may read what is kept, and nothing else about the rider', () => {
    web.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
        },
        CookiesConfig: { CookieBehavior: 'none' },
      },
    });
  });

  it('speaks TLS 1.2 or newer at its domain and sends plain HTTP there', () => {
    expect(distributionOf(web)).toMatchObject({
      Aliases: ['map.example.org'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', AcmCertificateArn: certificate },
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
    });
  });

  it("serves at CloudFront's own address while there is no domain", () => {
    expect(distributionOf(webOf({ region: 'ap-east-1' }))).not.toHaveProperty('Aliases');
  });

  it('is left out when asked to', () => {
    expect(templatesOf({ region: 'ap-east-1', cdn: 'false' }).web).toBeUndefined();
  });
});

describe('the CDN in the partition aws-cn', () => {
  const given = {
    region: 'cn-northwest-1',
    cdn: 'true',
    domain: 'ditu.example.cn',
    certificate: 'ASCAEXAMPLE01',
  };

  it('is left out unless asked for', () => {
    expect(templatesOf({ region: 'cn-northwest-1' }).web).toBeUndefined();
  });

  it('uses only what CloudFront accepts in China', () => {
    const web = webOf(given);
    const types = Object.values<{ Type: string }>(web.toJSON().Resources).map(({ Type }) => Type);
    expect(types).toEqual(['AWS::CloudFront::Distribution']);
    const { DefaultCacheBehavior, CacheBehaviors, ViewerCertificate, HttpVersion } = distributionOf(web);
    for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors])
      expect(behavior).not.toHaveProperty('CachePolicyId');
    expect(DefaultCacheBehavior).toMatchObject({
      MaxTTL: 0,
      ForwardedValues: {
        QueryString: true,
        Cookies: { Forward: 'all' },
        Headers: expect.arrayContaining(['Authorization', 'If-Match', 'X-Requested-With']),
      },
    });
    expect(CacheBehaviors).toHaveLength(keptPaths().length);
    for (const { AllowedMethods, ForwardedValues } of CacheBehaviors) {
      expect(AllowedMethods).not.toContain('POST');
      expect(ForwardedValues).toMatchObject({ QueryString: true, Cookies: { Forward: 'none' } });
    }
    expect(ViewerCertificate).toEqual({
      IamCertificateId: 'ASCAEXAMPLE01',
      SslSupportMethod: 'sni-only',
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
    expect(HttpVersion).toBe('http2');
  });

  it('stands at its domain, in front of the API of its region', () => {
    webOf(given).hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: ['ditu.example.cn'],
        Origins: [
          Match.objectLike({
            DomainName: {
              'Fn::Join': ['', Match.arrayWith(['.execute-api.cn-northwest-1.', { Ref: 'AWS::URLSuffix' }])],
            },
          }),
        ],
      }),
    });
  });
});
