import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { acceptsGzip, holdsEtag } from '../../functions/runtime/request-headers.ts';

const withHeaders = (headers: Record<string, string>) => ({ headers }) as APIGatewayProxyEventV2;

describe('acceptsGzip', () => {
  it.each([
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['GZIP', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip; q=0.000, *', false],
    ['identity', false],
    ['x-gzip-like', false],
    ['', false],
  ])('reads "%s" as %s', (accepted, expected) => {
    expect(acceptsGzip(withHeaders({ 'accept-encoding': accepted }))).toBe(expected);
  });

  it('is false where nothing is said', () => {
    expect(acceptsGzip(withHeaders({}))).toBe(false);
  });
});

describe('holdsEtag', () => {
  it('finds an ETag among others, or any', () => {
    expect(holdsEtag(withHeaders({ 'if-none-match': '"a", W/"b"' }), 'W/"b"')).toBe(true);
    expect(holdsEtag(withHeaders({ 'if-none-match': '"b"' }), 'W/"b"')).toBe(true);
    expect(holdsEtag(withHeaders({ 'if-none-match': 'W/"b"' }), '"b"')).toBe(true);
    expect(holdsEtag(withHeaders({ 'if-none-match': '*' }), 'W/"b"')).toBe(true);
    expect(holdsEtag(withHeaders({ 'if-none-match': '"a"' }), 'W/"b"')).toBe(false);
    expect(holdsEtag(withHeaders({}), 'W/"b"')).toBe(false);
  });
});
