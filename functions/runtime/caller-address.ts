import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { CDN_MARK_HEADER } from '../../shared/site/cdn-mark.ts';
import { env } from './env.ts';

/**
 * Whence a request comes: the address that reached us; behind our own CDN, which proves itself by a mark that nobody
 * else knows, the one that reached the CDN. What anybody else writes into `X-Forwarded-For` counts for nothing.
 */
export const callerAddress = ({ headers, requestContext }: APIGatewayProxyEventV2): string => {
  const { sourceIp } = requestContext.http;
  if (env.CDN_MARK === undefined || headers[CDN_MARK_HEADER] !== env.CDN_MARK) return sourceIp;
  // The CDN adds whom it heard it from, then API Gateway adds the CDN.
  const [viewer] = (headers['x-forwarded-for'] ?? '').split(',').slice(-2);
  return viewer?.trim() || sourceIp;
};
