import { type App, CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { addChinaDistribution } from './china-distribution.ts';
import { addDistribution } from './distribution.ts';
import type { Settings } from './settings.ts';

export type WebStackProps = StackProps & {
  settings: Settings;
  /** Host name of the API: it serves the pages too, so it is the only origin. */
  apiHost: string;
  /** By what the API knows this CDN. */
  cdnMark: string;
};

/** The CDN in front of the API, and the domain it answers at. The map works without this stack. */
export class WebStack extends Stack {
  constructor(app: App, id: string, { settings, apiHost, cdnMark, ...props }: WebStackProps) {
    super(app, id, props);
    const { domain, certificate } = settings;
    const named = domain && certificate ? { domain, certificate } : undefined;
    if (settings.china && !named) throw new Error('CloudFront in China needs a domain and its certificate.');
    const { distribution, host } =
      settings.china && named
        ? addChinaDistribution(this, { apiHost, cdnMark, ...named })
        : addDistribution(this, { apiHost, cdnMark, named });
    acknowledgeForPublicMap(distribution);
    new CfnOutput(this, 'Address', { value: `https://${domain ?? host}/` });
    new CfnOutput(this, 'DomainTarget', {
      description: 'Point a CNAME record of the domain here',
      value: host,
    });
  }
}

function acknowledgeForPublicMap(distribution: IConstruct): void {
  Validations.of(distribution).acknowledge(
    {
      id: 'AwsSolutions-CFR1',
      reason: 'A public map: someone who plans a trip from abroad may read it too.',
    },
    {
      id: 'AwsSolutions-CFR2',
      reason:
        'Every route behind it has a limit, every write one per person and per address as well, and the API itself cannot carry a web ACL in either partition.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason:
        "CloudFront's log keeps every rider's address and what was looked for. The API's access log has route, status and latency, which is what operations need.",
    },
  );
}
