import { CfnOutput } from 'aws-cdk-lib';
import {
  ApiMapping,
  DomainName,
  type HttpApi,
  type HttpStage,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';

export type OwnDomainProps = {
  api: HttpApi;
  stage: HttpStage;
  domain: string;
  /** ARN of an ACM certificate in the API's region. */
  certificate: string;
};

/** Puts the API at a domain of one's own, without a CDN. The DNS record is the owner's to make: `DomainTarget`. */
export function addOwnDomain(scope: Construct, { api, stage, domain, certificate }: OwnDomainProps): void {
  const name = new DomainName(scope, 'Domain', {
    domainName: domain,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificate),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new ApiMapping(scope, 'DomainMapping', { api, stage, domainName: name });
  new CfnOutput(scope, 'Address', { value: `https://${domain}/` });
  new CfnOutput(scope, 'DomainTarget', {
    description: `Point a CNAME record for ${domain} here`,
    value: name.regionalDomainName,
  });
}
