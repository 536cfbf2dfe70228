import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type OperationId, paths } from '../../shared/api/paths.ts';

export type GivenRequest = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** `name=value`. */
  cookies?: string[];
  /** A value that is sent as JSON. */
  body?: unknown;
  address?: string;
};

/** The event that API Gateway makes of a request for an operation. */
export const functionEvent = (
  id: OperationId,
  { params = {}, query = {}, headers = {}, cookies, body, address = '127.0.0.1' }: GivenRequest,
): APIGatewayProxyEventV2 => {
  const [method, template] = paths[id].split(' ') as [string, string];
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return {
    version: '2.0',
    routeKey: paths[id],
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    ...(cookies && { cookies }),
    queryStringParameters: query,
    pathParameters: params,
    isBase64Encoded: false,
    ...(body !== undefined && { body: JSON.stringify(body) }),
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
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: address, userAgent: 'test' },
    },
  };
};

type Handler = (event: APIGatewayProxyEventV2, context: Context) => unknown;

/** Asks a context itself, without a gateway. */
export const askFunction =
  (handler: Handler) =>
  async (id: OperationId, given: GivenRequest = {}) => {
    const answer = (await handler(
      functionEvent(id, given),
      {} as Context,
    )) as APIGatewayProxyStructuredResultV2;
    const { statusCode, headers = {}, body = '', cookies = [] } = answer;
    return { status: statusCode, headers, cookies, body, json: <T>() => JSON.parse(body) as T };
  };
