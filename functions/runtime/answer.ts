import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../../shared/api/route.ts';
import { Rendered } from './rendered.ts';
import { acceptsGzip, holdsEtag } from './request-headers.ts';

/** What an operation gives back: a value of the route's response type, or its text rendered before. */
export type Answer<Body> = {
  body: Body | Rendered<Body>;
  headers?: Record<string, string>;
  /** Whole `Set-Cookie` values. */
  cookies?: string[];
  /** The body is base64 of bytes: a picture, a workbook. */
  isBase64?: true;
};

const COMPRESSED_FROM_CHARACTERS = 1024;

/** A copy may be this old: with the 30 s of the tile cache, what was approved is seen within a minute. */
const MAX_AGE_SECONDS = 20;

const CACHE_CONTROL = {
  revalidated: `public, max-age=${MAX_AGE_SECONDS}`,
  own: 'private, no-cache',
  immutable: 'public, max-age=31536000, immutable',
  none: 'no-store',
} as const;

/** The HTTP answer of an operation: content type, caching with an honest ETag, 304, compression. */
export const httpAnswer = <Body>(
  event: APIGatewayProxyEventV2,
  route: Pick<Route, 'mediaType' | 'cache' | 'status'>,
  { body, headers = {}, cookies, isBase64 }: Answer<Body>,
): APIGatewayProxyStructuredResultV2 => {
  const isCached = route.cache === 'revalidated' || route.cache === 'own';
  const rendered = body instanceof Rendered ? body : undefined;
  const text = rendered?.text ?? (typeof body === 'string' ? body : JSON.stringify(body));
  const etag = isCached ? (rendered ?? new Rendered<Body>(text)).etag : undefined;
  const answerHeaders: Record<string, string> = {
    'content-type': isBase64 ? route.mediaType : `${route.mediaType}; charset=utf-8`,
    'cache-control': CACHE_CONTROL[route.cache],
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(etag && { etag }),
    ...headers,
  };
  if (etag && holdsEtag(event, etag)) return { statusCode: 304, headers: answerHeaders };
  const statusCode = route.status ?? 200;
  const more = cookies && { cookies };
  if (isBase64) return { statusCode, headers: answerHeaders, body: text, isBase64Encoded: true, ...more };
  if (text.length < COMPRESSED_FROM_CHARACTERS || !acceptsGzip(event)) {
    return { statusCode, headers: answerHeaders, body: text, ...more };
  }
  const gzipped = isCached && rendered ? rendered.gzipped : gzipSync(text, { level: 1 }).toString('base64');
  return {
    statusCode,
    headers: { ...answerHeaders, 'content-encoding': 'gzip' },
    body: gzipped,
    isBase64Encoded: true,
    ...more,
  };
};
