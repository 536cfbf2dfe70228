import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RouteMatch } from './route-matcher.ts';

/** What the gateway has in its hands of a request. `path` is decoded, `search` is what follows the `?`. */
export type GatewayRequest = {
  requestId: string;
  method: string;
  path: string;
  search: string;
  /** Names and values in turn, as Node's `rawHeaders`. */
  rawHeaders: readonly string[];
  sourceIp: string;
  body: Buffer | undefined;
  /** When it came, in milliseconds. */
  receivedAt: number;
};

/** The event of payload format 2.0 that API Gateway would send for a request. */
export function makeEvent(request: GatewayRequest, match: RouteMatch): APIGatewayProxyEventV2 {
  const { requestId, method, path, search, sourceIp, receivedAt } = request;
  const { headers, cookies } = readHeaders(request.rawHeaders);
  headers['x-forwarded-for'] = headers['x-forwarded-for']
    ? `${headers['x-forwarded-for']}, ${sourceIp}`
    : sourceIp;
  headers['x-forwarded-proto'] ??= 'http';
  const host = headers.host ?? '';
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: search,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(search !== '' && { queryStringParameters: readQuery(search) }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.', 1)[0] ?? '',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: logTime(receivedAt),
      timeEpoch: receivedAt,
    },
    ...(match.pathParameters && { pathParameters: match.pathParameters }),
    ...readBody(request.body, headers),
  };
}

/** Lower-case names, values of the same name joined with commas; cookies stand in a list of their own. */
function readHeaders(rawHeaders: readonly string[]): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = Object.create(null);
  const cookies: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/; */).filter(Boolean));
    else headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return { headers, cookies };
}

/** Decoded parameters, values of the same name joined with commas. */
function readQuery(search: string): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(search)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml)\b)/;

function readBody(
  body: Buffer | undefined,
  headers: Record<string, string>,
): { body?: string; isBase64Encoded: boolean } {
  if (body === undefined || body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT_TYPE.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

let lastSecond = 0;
let lastTime = '';

/** `20/Nov/2026:10:00:00 +0000`, as an access log writes it. */
function logTime(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000);
  if (second !== lastSecond) {
    const iso = new Date(milliseconds).toISOString();
    const month = MONTHS[Number(iso.slice(5, 7)) - 1];
    lastSecond = second;
    lastTime = `${iso.slice(8, 10)}/${month}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
  }
  return lastTime;
}
