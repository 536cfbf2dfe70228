import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handler } from '../../functions/map/index.ts';
import { type OperationId, paths } from '../../shared/api/paths.ts';

type Given = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/** The event that API Gateway makes of a request for an operation. */
export const eventOf = (
  id: OperationId,
  { params = {}, query = {}, headers = {} }: Given,
): APIGatewayProxyEventV2 => {
  const [method, template] = paths[id].split(' ') as [string, string];
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return {
    version: '2.0',
    routeKey: paths[id],
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    queryStringParameters: query,
    pathParameters: params,
    isBase64Encoded: false,
    requestContext: {
      accountId: 'test',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      requestId: 'request-1',
      routeKey: paths[id],
      stage: '$default',
      time: '20/Nov/2026:00:00:00 +0000',
      timeEpoch: 0,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    },
  };
};

/** Asks the map context itself, without a gateway. */
export const askMap = async (id: OperationId, given: Given = {}) => {
  const answer = (await handler(eventOf(id, given), {} as Context)) as APIGatewayProxyStructuredResultV2;
  const { statusCode, headers = {}, body = '' } = answer;
  return { status: statusCode, headers, body, json: <T>() => JSON.parse(body) as T };
};
