import { describe, expect, it } from 'vitest';
import { createRouteMatcher } from '../../../infra/local/route-matcher.ts';

const match = createRouteMatcher([
  { key: '$default', context: 'site' },
  { key: 'ANY /v1/{proxy+}', context: 'rest' },
  { key: 'GET /v1/places/{id}', context: 'map' },
  { key: 'GET /v1/places/{id}/days', context: 'map' },
  { key: 'GET /v1/places/nearby', context: 'map' },
  { key: 'ANY /v1/places/nearby', context: 'rest' },
  { key: 'GET /v1/places.csv', context: 'map' },
  { key: 'GET /v1/tiles/14/{x}/{y}', context: 'map' },
]);

const keyOf = (method: string, path: string) => match(method, path)?.route.key;

describe('the route of a request', () => {
  it('prefers a literal segment to a parameter', () => {
    expect(keyOf('GET', '/v1/places/nearby')).toBe('GET /v1/places/nearby');
    expect(keyOf('GET', '/v1/places/01J')).toBe('GET /v1/places/{id}');
    expect(keyOf('GET', '/v1/places.csv')).toBe('GET /v1/places.csv');
  });

  it('prefers the method itself to ANY, and falls back to ANY for other methods', () => {
    expect(keyOf('POST', '/v1/places/nearby')).toBe('ANY /v1/places/nearby');
  });

  it('prefers a parameter to a greedy parameter', () => {
    expect(keyOf('GET', '/v1/places/01J/days')).toBe('GET /v1/places/{id}/days');
    expect(match('GET', '/v1/places/01J/photos')).toEqual({
      route: { key: 'ANY /v1/{proxy+}', context: 'rest' },
      pathParameters: { proxy: 'places/01J/photos' },
    });
  });

  it('gives the parameters by name', () => {
    expect(match('GET', '/v1/tiles/14/13722/6693')?.pathParameters).toEqual({ x: '13722', y: '6693' });
  });

  it('hands everything else to $default, an empty parameter and another method included', () => {
    expect(keyOf('GET', '/')).toBe('$default');
    expect(keyOf('GET', '/v2/places/01J')).toBe('$default');
    expect(createRouteMatcher([{ key: 'GET /a/{id}', context: 'a' }])('GET', '/a/')).toBeUndefined();
    expect(createRouteMatcher([{ key: 'GET /a', context: 'a' }])('POST', '/a')).toBeUndefined();
  });
});
