import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SiteConfig } from '../../shared/site/site-config.ts';
import { DEFAULT_SITE_CONFIG, loadSiteConfig, readSiteConfig } from '../../web-map/site-config.ts';

const start: SiteConfig['start'] = { center: [121.48, 31.23], zoom: 14 };
const tianditu = {
  type: 'tiles',
  urls: [
    'https://t{s}.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&TILECOL={x}&TILEROW={y}&TILEMATRIX={z}',
    'https://t{s}.tianditu.gov.cn/cva_w/wmts?SERVICE=WMTS&TILECOL={x}&TILEROW={y}&TILEMATRIX={z}',
  ],
  subdomains: ['0', '1'],
  attribution: '天地图',
  reviewNumber: 'GS(2026)0001号',
  crs: 'wgs84',
  minZoom: 3,
  maxZoom: 18,
};

/** One flaw each. */
const FLAWED: unknown[] = [
  { ...tianditu, type: 'vector' },
  { ...tianditu, urls: [] },
  { ...tianditu, urls: 'https://a' },
  { ...tianditu, urls: ['http://a/{x}'] },
  { ...tianditu, urls: ['javascript:alert(1)'] },
  ...[
    'https://*',
    'https://*/{z}/{x}/{y}',
    'https://*.example/{z}/{x}/{y}',
    'https://%2A/{z}/{x}/{y}',
    'https://a;script-src/{z}/{x}/{y}',
    'https://{z}.example/{x}/{y}',
    'https://',
    'https://a b/{z}/{x}/{y}',
    'https://a:port/{z}/{x}/{y}',
    '//evil.example/{z}/{x}/{y}',
    '/\\evil.example/{z}/{x}/{y}',
    '/\t/evil.example/{z}/{x}/{y}',
  ].map((url) => ({ ...tianditu, urls: [tianditu.urls[0], url] })),
  ...['*', '{s}', 'a;b', 'a b'].map((name) => ({ ...tianditu, subdomains: ['0', name] })),
  { ...tianditu, subdomains: [] },
  { ...tianditu, subdomains: [1] },
  { ...tianditu, attribution: undefined },
  { ...tianditu, reviewNumber: 7 },
  { ...tianditu, crs: 'bd09' },
  { ...tianditu, minZoom: '3' },
  { ...tianditu, maxZoom: 40 },
  undefined,
];

describe('the configuration of the site', () => {
  it('is read by the page wherever the server accepts it', () => {
    const ownTiles = { ...tianditu, urls: ['/tiles/{z}/{x}/{y}.png', 'https://[::1]:8443/{z}/{x}/{y}'] };
    for (const baseLayer of [tianditu, { ...tianditu, crs: 'gcj02' }, ownTiles, { type: 'sketch' }]) {
      const config = { baseLayer, start };
      expect(readSiteConfig(config)).toEqual(SiteConfig.parse(config));
    }
  });

  it('falls back to the sketch wherever the server would refuse the base layer', () => {
    for (const baseLayer of FLAWED) {
      expect(SiteConfig.safeParse({ baseLayer, start }).success).toBe(false);
      expect(readSiteConfig({ baseLayer, start })).toEqual({ baseLayer: { type: 'sketch' }, start });
    }
  });

  it('falls back to the default start where that is wrong, and keeps the base layer', () => {
    for (const wrong of [
      undefined,
      { center: [200, 31], zoom: 14 },
      { center: [121], zoom: 14 },
      { ...start, zoom: 30 },
    ]) {
      expect(readSiteConfig({ baseLayer: tianditu, start: wrong })).toEqual({
        baseLayer: tianditu,
        start: DEFAULT_SITE_CONFIG.start,
      });
    }
  });

  it('is the default when the file is missing, broken or out of reach', async () => {
    const answers = [
      async () => new Response('', { status: 404 }),
      async () => new Response('<html>'),
      async () => {
        throw new TypeError('no network');
      },
    ];
    for (const answer of answers) expect(await loadSiteConfig(answer)).toEqual(DEFAULT_SITE_CONFIG);
  });

  it('ships valid', () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../web-map/public/config.json'), 'utf8');
    expect(SiteConfig.parse(JSON.parse(shipped))).toEqual(readSiteConfig(JSON.parse(shipped)));
  });
});
