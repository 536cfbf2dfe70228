import { Duration } from 'aws-cdk-lib';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { CDN_MARK_HEADER } from '../shared/site/cdn-mark.ts';
import { keptPaths } from './kept-paths.ts';

export type ChinaDistributionProps = {
  apiHost: string;
  /** By what the API knows this CDN, and believes it whom a request came from. */
  cdnMark: string;
  /** A domain with an ICP filing. */
  domain: string;
  /** Id of an IAM server certificate. */
  certificate: string;
};

const CROSS_ORIGIN = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'];

/** What the API reads of a request that is not kept. `Host` would name this CDN, which API Gateway does not know. */
const PASSED_ON = [
  ...CROSS_ORIGIN,
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'X-Requested-With',
];

/**
 * CloudFront as the partition `aws-cn` has it: the older form, because cache policies are refused there
 * ("The parameter CachePolicyId can't be set for this region"). Same behaviour as `addDistribution`, except that
 * answers to other origins are kept apart, for want of a response headers policy.
 */
export function addChinaDistribution(
  scope: Construct,
  { apiHost, cdnMark, domain, certificate }: ChinaDistributionProps,
) {
  const origin = 'api';
  const shared = {
    targetOriginId: origin,
    viewerProtocolPolicy: 'redirect-to-https',
    cachedMethods: ['GET', 'HEAD'],
    compress: true,
    minTtl: 0,
    defaultTtl: 0,
  };
  const distribution = new CfnDistribution(scope, 'Distribution', {
    distributionConfig: {
      enabled: true,
      comment: 'Nuanxin map',
      aliases: [domain],
      httpVersion: 'http2',
      origins: [
        {
          id: origin,
          domainName: apiHost,
          customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
          originCustomHeaders: [{ headerName: CDN_MARK_HEADER, headerValue: cdnMark }],
        },
      ],
      defaultCacheBehavior: {
        ...shared,
        allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        maxTtl: 0,
        forwardedValues: { queryString: true, cookies: { forward: 'all' }, headers: PASSED_ON },
      },
      cacheBehaviors: keptPaths().map((pathPattern) => ({
        ...shared,
        pathPattern,
        allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        maxTtl: Duration.days(365).toSeconds(),
        forwardedValues: { queryString: true, cookies: { forward: 'none' }, headers: CROSS_ORIGIN },
      })),
      viewerCertificate: {
        iamCertificateId: certificate,
        sslSupportMethod: 'sni-only',
        minimumProtocolVersion: 'TLSv1.2_2021',
      },
    },
  });
  return { distribution, host: distribution.attrDomainName };
}
