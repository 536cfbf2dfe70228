import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../../shared/api/route.ts';
import { Rendered } from './rendered.ts';

/** What an operation gives back: a value of the route's response type, or its text rendered before. */
export type Answer<Body> = { body: Body | Rendered<Body>; headers?: Record<string, string> };

const COMPRESSED_FROM_BYTES = 1024;

/** A copy may be this old: with the 30 s of the tile cache, what was approved is seen within a minute. */
const MAX_AGE_SECONDS = 20;

const CACHE_CONTROL = {
  revalidated: `public, max-age=${MAX_AGE_SECONDS}, stale-while-revalidate=${MAX_AGE_SECONDS}`,
  none: 'no-store',
} as const;

/** The HTTP answer of an operation: content type, caching with an honest ETag, 304, compression. */
export const httpAnswer = <Body>(
  event: APIGatewayProxyEventV2,
  route: Pick<Route, 'mediaType' | 'cache'>,
  { body, headers = {} }: Answer<Body>,
): APIGatewayProxyStructuredResultV2 => {
  const isCached = route.cache === 'revalidated';
  const rendered = body instanceof Rendered ? body : undefined;
  const text = rendered?.text ?? (typeof body === 'string' ? body : JSON.stringify(body));
  const etag = isCached ? (rendered ?? new Rendered<Body>(text)).etag : undefined;
  const answerHeaders: Record<string, string> = {
    'content-type': `${route.mediaType}; charset=utf-8`,
    'cache-control': CACHE_CONTROL[route.cache],
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(etag && { etag }),
    ...headers,
  };
  if (etag && matches(event.headers['if-none-match'], etag))
    return { statusCode: 304, headers: answerHeaders };
  if (text.length < COMPRESSED_FROM_BYTES || !acceptsGzip(event)) {
    return { statusCode: 200, headers: answerHeaders, body: text };
  }
  const gzipped = isCached && rendered ? rendered.gzipped : gzipSync(text, { level: 1 }).toString('base64');
  return {
    statusCode: 200,
    headers: { ...answerHeaders, 'content-encoding': 'gzip' },
    body: gzipped,
    isBase64Encoded: true,
  };
};

/** Whether the caller takes gzip. */
export const acceptsGzip = (event: APIGatewayProxyEventV2): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0+)?\b)/.test(event.headers['accept-encoding'] ?? '');

const matches = (condition: string | undefined, etag: string): boolean =>
  (condition ?? '').split(',').some((candidate) => candidate.trim() === '*' || candidate.trim() === etag);
