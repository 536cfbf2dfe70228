import { Duration, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  type AddBehaviorOptions,
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { CDN_MARK_HEADER } from '../shared/site/cdn-mark.ts';
import { crossOrigin } from './cross-origin.ts';
import { keptPaths } from './kept-paths.ts';

export type DistributionProps = {
  apiHost: string;
  /** By what the API knows this CDN, and believes it whom a request came from. */
  cdnMark: string;
  /** The domain and the ARN of its ACM certificate in us-east-1; without them CloudFront's own address serves. */
  named: { domain: string; certificate: string } | undefined;
};

/**
 * CloudFront in front of the API, for the partition `aws`. It keeps the files whose names hold a hash, and the public
 * answers that the route table lets it keep, for as long as the origin's `Cache-Control` says, told apart by path,
 * query and encoding alone: no header or cookie of a rider reaches the origin or splits the cache there. All else,
 * whatever a signed-in person asks among it, passes through with everything it carries, and nothing of it is kept.
 */
export function addDistribution(scope: Construct, { apiHost, cdnMark, named }: DistributionProps) {
  const origin = new HttpOrigin(apiHost, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { [CDN_MARK_HEADER]: cdnMark },
  });
  const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
  const kept: AddBehaviorOptions = {
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    viewerProtocolPolicy,
    compress: true,
    cachePolicy: new CachePolicy(scope, 'CachePolicy', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    }),
    // What a browser asks before it reads from another site; the API answers it.
    originRequestPolicy: new OriginRequestPolicy(scope, 'OriginRequestPolicy', {
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'Origin',
        'Access-Control-Request-Method',
        'Access-Control-Request-Headers',
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    }),
    // The kept answer may have been fetched by a page of our own, without these headers.
    responseHeadersPolicy: new ResponseHeadersPolicy(scope, 'CrossOrigin', {
      corsBehavior: {
        accessControlAllowOrigins: [...crossOrigin.origins],
        accessControlAllowMethods: [...crossOrigin.methods],
        accessControlAllowHeaders: [...crossOrigin.headers],
        accessControlExposeHeaders: [...crossOrigin.exposedHeaders],
        accessControlMaxAge: Duration.seconds(crossOrigin.maxAgeSeconds),
        accessControlAllowCredentials: false,
        originOverride: true,
      },
    }),
  };
  const distribution = new Distribution(scope, 'Distribution', {
    comment: 'Nuanxin map',
    priceClass: PriceClass.PRICE_CLASS_200,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultBehavior: {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // Without `Host`, by which API Gateway tells its APIs apart.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
    additionalBehaviors: Object.fromEntries(keptPaths().map((path) => [path, { origin, ...kept }])),
    ...(named
      ? {
          domainNames: [named.domain],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(scope, 'Certificate', named.certificate),
        }
      : {}),
  });
  if (!named) {
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        "CloudFront's own address comes with its own certificate, for which the protocol cannot be chosen; with a domain it is TLS 1.2 (2021).",
    });
  }
  return { distribution, host: distribution.distributionDomainName };
}
