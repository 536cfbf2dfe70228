import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../../infra/local/gateway.ts';
import { startTinyGateway } from '../../support/tiny-gateway.ts';

const ECHO = 'async (event) => ({ statusCode: 200, body: JSON.stringify(event) })';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startTinyGateway({ echo: ECHO }, { 'GET /v1/places/{id}': 'echo', $default: 'echo' });
});
afterAll(() => gateway.close());

async function eventOf(path: string, init?: RequestInit): Promise<APIGatewayProxyEventV2> {
  const response = await fetch(gateway.address + path, init);
  return (await response.json()) as APIGatewayProxyEventV2;
}

describe('the event of a request', () => {
  it('names the route and carries the path decoded, as an HTTP API does', async () => {
    const event = await eventOf('/v1/places/%E9%A9%BF%E7%AB%99');
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/places/{id}',
      rawPath: '/v1/places/驿站',
      rawQueryString: '',
      pathParameters: { id: '驿站' },
      isBase64Encoded: false,
    });
    expect(event.requestContext).toMatchObject({
      routeKey: 'GET /v1/places/{id}',
      stage: '$default',
      http: { method: 'GET', path: '/v1/places/驿站', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
    });
    expect(event.requestContext.requestId).not.toBe('');
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
    expect(event).not.toHaveProperty('queryStringParameters');
    expect(event).not.toHaveProperty('body');
    expect(event).not.toHaveProperty('cookies');
  });

  it('decodes the query and joins values of the same name with commas', async () => {
    const event = await eventOf('/x?kind=station&q=%E5%A0%82+a&kind=merchant&__proto__=1');
    expect(event.rawQueryString).toBe('kind=station&q=%E5%A0%82+a&kind=merchant&__proto__=1');
    expect(Object.entries(event.queryStringParameters ?? {})).toEqual([
      ['kind', 'station,merchant'],
      ['q', '堂 a'],
      ['__proto__', '1'],
    ]);
  });

  it('writes header names in lower case, joins their values, and lists the cookies apart', async () => {
    const headers = new Headers({ 'X-Note': 'a', Cookie: 'one=1; two=2' });
    headers.append('x-note', 'b');
    const event = await eventOf('/x', { headers });
    expect(event.headers['x-note']?.replaceAll(' ', '')).toBe('a,b');
    expect(event.cookies).toEqual(['one=1', 'two=2']);
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
  });

  it('hands on a text body as it is and any other in base64', async () => {
    const json = await eventOf('/x', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"驿站"}',
    });
    expect(json).toMatchObject({ body: '{"name":"驿站"}', isBase64Encoded: false });
    const bytes = await eventOf('/x', {
      method: 'PUT',
      headers: { 'content-type': 'image/png' },
      body: new Uint8Array([0, 255, 1]),
    });
    expect(bytes).toMatchObject({ body: Buffer.from([0, 255, 1]).toString('base64'), isBase64Encoded: true });
  });
});
