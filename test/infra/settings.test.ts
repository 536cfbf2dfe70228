import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../infra/settings.ts';

/** Settings as the CDK's context would give them. */
const read = (given: Record<string, unknown>) =>
  settingsFrom({ tryGetContext: (name: string) => given[name] });

const tianditu = (attribution: string) => ({
  baseLayer: {
    type: 'tiles',
    urls: ['https://t{s}.tianditu.gov.cn/vec_w/wmts?x={x}&y={y}&z={z}'],
    attribution,
    crs: 'wgs84',
    minZoom: 3,
    maxZoom: 18,
  },
  start: { center: [121.424, 31.222], zoom: 15 },
});

/** Longer than a function's environment may be. */
const tooLong = {
  ...tianditu('天地图'),
  baseLayer: { ...tianditu('天地图').baseLayer, urls: [`https://example.cn/${'x'.repeat(3500)}`] },
};

describe('the settings of an installation', () => {
  it('need a region and nothing else', () => {
    expect(read({ region: 'ap-east-1' })).toMatchObject({
      stage: 'production',
      arm64: false,
      china: false,
      cdn: true,
    });
    expect(() => read({})).toThrow('region is missing: say where to, for example -c region=ap-east-1');
  });

  it('have no CDN in China unless asked for', () => {
    expect(read({ region: 'cn-north-1' })).toMatchObject({ china: true, cdn: false });
  });

  it('read text from the command line and values from cdk.json alike', () => {
    const siteConfig = tianditu('天地图');
    expect(
      read({ region: 'ap-east-1', arm64: 'true', siteConfig: JSON.stringify(siteConfig) }),
    ).toMatchObject({
      arm64: true,
      siteConfig,
    });
    expect(read({ region: 'ap-east-1', arm64: true, siteConfig })).toMatchObject({ arm64: true, siteConfig });
  });

  it.each([
    ['region is not the code of a region', { region: 'Hong Kong' }],
    ['stage is at most 16', { region: 'ap-east-1', stage: 'Production!' }],
    ['alarmEmail is not an e-mail address', { region: 'ap-east-1', alarmEmail: 'nobody' }],
    ['siteConfig is not JSON', { region: 'ap-east-1', siteConfig: '{broken' }],
    ['siteConfig.baseLayer.attribution', { region: 'ap-east-1', siteConfig: tianditu('') }],
    ['siteConfig is longer than 3500 bytes', { region: 'ap-east-1', siteConfig: tooLong }],
    ['certificate and domain belong together', { region: 'ap-east-1', domain: 'map.example.org' }],
    ['certificate and domain are needed for CloudFront in China', { region: 'cn-northwest-1', cdn: 'true' }],
    [
      'certificate must be the id of an IAM server certificate',
      {
        region: 'cn-northwest-1',
        cdn: 'true',
        domain: 'a.cn',
        certificate: 'arn:aws-cn:acm:cn-northwest-1:1:c/1',
      },
    ],
    [
      'certificate must be the ARN of an ACM certificate in us-east-1',
      { region: 'ap-east-1', domain: 'a.org', certificate: 'arn:aws:acm:ap-east-1:1:certificate/1' },
    ],
    [
      'certificate must be the ARN of an ACM certificate in ap-east-1',
      {
        region: 'ap-east-1',
        cdn: 'false',
        domain: 'a.org',
        certificate: 'arn:aws:acm:us-east-1:1:certificate/1',
      },
    ],
  ])('are refused where %s', (reason, given) => {
    expect(() => read(given)).toThrow(reason);
  });

  it('name every fault at once', () => {
    const faulty = () => read({ region: 'nowhere', stage: 'X', alarmEmail: 'x' });
    for (const name of ['region', 'stage', 'alarmEmail']) expect(faulty).toThrow(name);
  });
});
