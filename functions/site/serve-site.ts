import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { paths } from '../../shared/api/paths.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { SiteConfig } from '../../shared/site/site-config.ts';
import { acceptsGzip } from '../runtime/answer.ts';
import { env } from '../runtime/env.ts';
import { Rendered } from '../runtime/rendered.ts';
import { securityHeaders } from './security-headers.ts';
import { type SiteFile, SiteFiles } from './site-files.ts';

const files = new SiteFiles(join(import.meta.dirname, 'public'));
const bundledConfig = files.find('/config.json')?.content.toString() ?? '{}';
const config = SiteConfig.parse(JSON.parse(env.SITE_CONFIG ?? bundledConfig));
const configFile: SiteFile = {
  mediaType: 'application/json; charset=utf-8',
  content: new Rendered<string>(JSON.stringify(config)),
  isImmutable: false,
};
const headers = securityHeaders(config);

const CACHE_FOREVER = 'public, max-age=31536000, immutable';
const CACHE_REVALIDATED = 'no-cache';

/** What no route takes: a file of the site, or the problem that there is no such address or method. */
export const serveSite = (event: APIGatewayProxyEventV2): APIGatewayProxyStructuredResultV2 => {
  const { method } = event.requestContext.http;
  const isRead = method === 'GET' || method === 'HEAD';
  if (event.rawPath.startsWith('/v1/')) throw apiError(method, event.rawPath);
  const file = event.rawPath === '/config.json' ? configFile : files.find(event.rawPath);
  if (file && !isRead) throw new DomainError('method_not_allowed', `${method} ${event.rawPath}: GET or HEAD`);
  if (file) return fileAnswer(event, file, 200);
  const notFoundPage = files.find('/404.html');
  if (isRead && notFoundPage && event.headers.accept?.includes('text/html'))
    return fileAnswer(event, notFoundPage, 404);
  throw new DomainError('unknown_route', `${method} ${event.rawPath}`);
};

const fileAnswer = (
  event: APIGatewayProxyEventV2,
  { mediaType, content, isImmutable }: SiteFile,
  statusCode: number,
): APIGatewayProxyStructuredResultV2 => {
  const fileHeaders = {
    ...headers,
    'content-type': mediaType,
    'cache-control': isImmutable ? CACHE_FOREVER : CACHE_REVALIDATED,
    vary: 'accept-encoding',
  };
  if (Buffer.isBuffer(content)) {
    return { statusCode, headers: fileHeaders, body: content.toString('base64'), isBase64Encoded: true };
  }
  const withEtag = { ...fileHeaders, etag: content.etag };
  if (event.headers['if-none-match'] === content.etag) return { statusCode: 304, headers: withEtag };
  if (!acceptsGzip(event)) return { statusCode, headers: withEtag, body: content.text };
  return {
    statusCode,
    headers: { ...withEtag, 'content-encoding': 'gzip' },
    body: content.gzipped.toString('base64'),
    isBase64Encoded: true,
  };
};

/** Of every path of the API: what it looks like, and the methods it takes. */
const API_PATHS = Object.values(paths).map((key) => {
  const [method, path] = key.split(' ') as [string, string];
  const literal = path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+');
  return { method, pattern: new RegExp(`^${literal}$`) };
});

const apiError = (method: string, path: string): DomainError => {
  const methods = API_PATHS.filter(({ pattern }) => pattern.test(path)).map((route) => route.method);
  return methods.length > 0
    ? new DomainError('method_not_allowed', `${method} ${path}: ${methods.join(', ')}`)
    : new DomainError('unknown_route', `${method} ${path}`);
};
