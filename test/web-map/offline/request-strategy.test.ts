import { describe, expect, it } from 'vitest';
import { strategyOf } from '../../../web-map/offline/request-strategy.ts';

const ORIGIN = 'https://map.example';
const strategy = (path: string, more: { method?: string; mode?: string } = {}) =>
  strategyOf({ method: 'GET', mode: 'cors', url: new URL(path, ORIGIN).href, ...more }, ORIGIN);

describe('what the service worker does with a request', () => {
  it.each([
    ['/v1/tiles/14/13715/6693', 'tile'],
    ['/v1/catalog', 'list'],
    ['/v1/subdistricts', 'list'],
    ['/v1/places/01JD0000000000000000000001', 'place'],
    ['/assets/rider-abc.js', 'asset'],
    ['/config.json', 'config'],
  ])('keeps %s as %s', (path, expected) => {
    expect(strategy(path)).toBe(expected);
  });

  it.each([
    '/v1/places/nearby?lng=121.4&lat=31.2',
    '/v1/places/nearby',
    '/v1/places?q=x',
    '/v1/tiles/14/1/2?crs=gcj02',
    '/v1/health',
    '/v1/openapi.json',
    '/v1/places.geojson?subdistrict=310105001',
    '/favicon.svg',
    'https://tiles.example/v1/tiles/14/1/2',
  ])('leaves %s to the network', (path) => {
    expect(strategy(path)).toBe('network');
  });

  it('answers a page that is navigated to, but never an address of the API', () => {
    expect(strategy('/', { mode: 'navigate' })).toBe('page');
    expect(strategy('/?kind=station', { mode: 'navigate' })).toBe('page');
    expect(strategy('/v1/openapi.json', { mode: 'navigate' })).toBe('network');
  });

  it('leaves every write to the network', () => {
    expect(strategy('/v1/catalog', { method: 'POST' })).toBe('network');
  });
});
