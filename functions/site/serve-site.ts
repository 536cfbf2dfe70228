import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { paths } from '../../shared/api/paths.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { SiteConfig } from '../../shared/site/site-config.ts';
import { env } from '../runtime/env.ts';
import { Rendered } from '../runtime/rendered.ts';
import { acceptsGzip, holdsEtag } from '../runtime/request-headers.ts';
import { securityHeaders } from './security-headers.ts';
import { type SiteFile, SiteFiles } from './site-files.ts';

const files = new SiteFiles(join(import.meta.dirname, 'public'));
const bundledConfig = files.find('/config.json')?.content.toString() ?? '{}';
const config: SiteConfig = {
  ...SiteConfig.parse(JSON.parse(env.SITE_CONFIG ?? bundledConfig)),
  // Only the server knows these: no configuration that somebody wrote can turn them on.
  uploadOrigin: env.UPLOAD_ORIGIN,
  localSignIn: env.LOCAL_SIGN_IN === 'on' || undefined,
};
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
  if (file && !isRead) throw notAllowed(method, event.rawPath, ['GET', 'HEAD']);
  if (file) return fileAnswer(event, file, 200);
  const folder = `${event.rawPath}/`;
  if (isRead && files.find(folder)) return redirectTo(folder, event.rawQueryString);
  const notFoundPage = isRead && isPageAddress(event.rawPath) ? files.find('/404.html') : undefined;
  if (notFoundPage) return fileAnswer(event, notFoundPage, 404);
  throw new DomainError('unknown_route', `${method} ${event.rawPath}`);
};

/** Somebody typed it or followed a link: plain words, no file's ending. A CDN may not tell what a caller accepts. */
const isPageAddress = (path: string): boolean => /^(?:\/[\w-]+)+\/?$/.test(path);

/** People type the address of a page without its last slash, which the page’s own addresses count on. */
const redirectTo = (address: string, query: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 301,
  headers: {
    ...headers,
    location: query ? `${address}?${query}` : address,
    'cache-control': CACHE_REVALIDATED,
  },
});

const fileAnswer = (
  event: APIGatewayProxyEventV2,
  { mediaType, content, isImmutable }: SiteFile,
  statusCode: 200 | 404,
): APIGatewayProxyStructuredResultV2 => {
  const fileHeaders = {
    ...headers,
    'content-type': mediaType,
    'cache-control': isImmutable ? CACHE_FOREVER : CACHE_REVALIDATED,
    vary: 'accept-encoding',
    ...(statusCode === 200 && { etag: content.etag }),
  };
  if (statusCode === 200 && holdsEtag(event, content.etag)) return { statusCode: 304, headers: fileHeaders };
  if (!acceptsGzip(event)) return { statusCode, headers: fileHeaders, body: content.text };
  return {
    statusCode,
    headers: { ...fileHeaders, 'content-encoding': 'gzip' },
    body: content.gzipped,
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
    ? notAllowed(method, path, methods)
    : new DomainError('unknown_route', `${method} ${path}`);
};

const notAllowed = (method: string, path: string, methods: readonly string[]): DomainError => {
  const allow = methods.join(', ');
  return new DomainError('method_not_allowed', `${method} ${path}: ${allow}`, { headers: { allow } });
};
