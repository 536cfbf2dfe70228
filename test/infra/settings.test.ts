import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../infra/settings.ts';

/** Settings as the CDK's context would give them. */
const read = (given: Record<string, unknown>) =>
  settingsFrom({ tryGetContext: (name: string) => given[name] });

/** What is wrong with settings: a line for each, which begins with the setting's name. */
function faultsOf(given: Record<string, unknown>): string {
  try {
    read(given);
  } catch (fault) {
    const [heading, ...lines] = String((fault as Error).message).split('\n');
    expect(heading).toContain('docs/deploy.md');
    return lines.map((line) => line.trim()).join('\n');
  }
  return '';
}

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
    expect(faultsOf({})).toMatch(/^region .*-c region=/);
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

  const cdnInChina = { region: 'cn-northwest-1', cdn: 'true' };
  const arn = (partition: string, region: string) =>
    `arn:${partition}:acm:${region}:111122223333:certificate/0a`;

  it.each<[what: string, setting: string, clue: string, given: Record<string, unknown>]>([
    ['the region is none', 'region', 'ap-east-1', { region: 'Hong Kong' }],
    ['the stage cannot be in a name', 'stage', '16', { region: 'ap-east-1', stage: 'Production!' }],
    ['nobody can be written to', 'alarmEmail', 'e-mail', { region: 'ap-east-1', alarmEmail: 'nobody' }],
    ['the base map is not JSON', 'siteConfig', 'JSON', { region: 'ap-east-1', siteConfig: '{broken' }],
    [
      'the base map names nobody',
      'siteConfig.baseLayer.attribution',
      '',
      { region: 'ap-east-1', siteConfig: tianditu('') },
    ],
    ['the base map is too long', 'siteConfig', '3500', { region: 'ap-east-1', siteConfig: tooLong }],
    [
      'a domain has no certificate',
      'certificate',
      'domain',
      { region: 'ap-east-1', domain: 'map.example.org' },
    ],
    ['a certificate has no domain', 'certificate', 'domain', { region: 'ap-east-1', certificate: 'ASCA1' }],
    ["China's CDN has no domain", 'certificate', 'China', cdnInChina],
    [
      "China's CDN gets an ACM certificate",
      'certificate',
      'ASC',
      { ...cdnInChina, domain: 'a.cn', certificate: arn('aws-cn', 'cn-northwest-1') },
    ],
    [
      'a CDN gets a certificate of another region',
      'certificate',
      'us-east-1',
      { region: 'ap-east-1', domain: 'a.org', certificate: arn('aws', 'ap-east-1') },
    ],
    [
      'an API gets a certificate of another region',
      'certificate',
      'ap-east-1',
      { region: 'ap-east-1', cdn: 'false', domain: 'a.org', certificate: arn('aws', 'us-east-1') },
    ],
  ])('are refused where %s, by the name of the setting', (_, setting, clue, given) => {
    const [fault = '', ...others] = faultsOf(given).split('\n');
    expect(others).toEqual([]);
    expect(fault.split(' ')[0]).toBe(setting);
    expect(fault).toContain(clue);
  });

  it('name every fault at once', () => {
    const faults = faultsOf({ region: 'nowhere', stage: 'X', alarmEmail: 'x' });
    expect(faults.split('\n').map((fault) => fault.split(' ')[0])).toEqual(['region', 'stage', 'alarmEmail']);
  });
});
