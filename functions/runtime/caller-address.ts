import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { env } from './env.ts';

/** The header with which our own CDN says that it has passed a request on. */
const MARK = 'x-cdn-mark';

/**
 * Whence a request comes: the address that reached us; behind our own CDN, which proves itself by a mark that nobody
 * else knows, the one that reached the CDN. What anybody else writes into `X-Forwarded-For` counts for nothing.
 */
export const callerAddress = ({ headers, requestContext }: APIGatewayProxyEventV2): string => {
  const { sourceIp } = requestContext.http;
  if (env.CDN_MARK === undefined || headers[MARK] !== env.CDN_MARK) return sourceIp;
  // The CDN adds whom it heard it from, then API Gateway adds the CDN.
  const [viewer] = (headers['x-forwarded-for'] ?? '').split(',').slice(-2);
  return viewer?.trim() || sourceIp;
};
