import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../../infra/local/gateway.ts';
import { startTinyGateway, tinyBundle } from '../../support/tiny-gateway.ts';

const HANDLERS = {
  plain: `async () => ({ statusCode: 200, headers: { 'X-Count': 3 }, cookies: ['a=1', 'b=2'], body: '暖心驿站' })`,
  binary: `async () => ({ statusCode: 200, body: Buffer.from([0, 255, 7]).toString('base64'), isBase64Encoded: true })`,
  unchanged: `async () => ({ statusCode: 304, headers: { etag: '"a"' } })`,
  malformed: `async () => ({ body: 'no status' })`,
  throwing: `async () => { throw new Error('broken on purpose') }`,
  crashing: `async (event) => { if (event.rawPath.endsWith('now')) process.exit(3); return { statusCode: 200, body: 'well' } }`,
  slow: `async (event) => { if (event.rawPath.endsWith('now')) await new Promise(() => {}); return { statusCode: 200, body: 'well' } }`,
  huge: `async () => ({ statusCode: 200, body: 'x'.repeat(7 * 1024 * 1024) })`,
  sized: `async (event) => ({ statusCode: 200, body: String((event.body ?? '').length) })`,
  time: `async (event, context) => ({ statusCode: 200, body: String(context.getRemainingTimeInMillis()) })`,
};

/** Tells which environment it is, after a while. */
const COUNTING = `(() => {
  const id = Math.random().toString();
  return async () => { await new Promise((go) => setTimeout(go, 50)); return { statusCode: 200, body: id } };
})()`;

let gateway: Gateway;
beforeAll(async () => {
  const routes = Object.keys(HANDLERS).map((name) => [`ANY /${name}/{when}`, name]);
  gateway = await startTinyGateway(HANDLERS, Object.fromEntries(routes), {
    environments: 1,
    timeoutMs: 1500,
  });
});
afterAll(() => gateway.close());

const ask = (path: string, init?: RequestInit) => fetch(gateway.address + path, init);

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as { code: string; status: number; title: { zh: string } };
  expect(problem.status).toBe(response.status);
  expect(problem.title.zh).not.toBe('');
  return problem.code;
}

describe('the answer of a handler', () => {
  it('arrives with its status, headers, cookies, and the length of its bytes', async () => {
    const response = await ask('/plain/now');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('content-length')).toBe('12');
    expect(await response.text()).toBe('暖心驿站');
  });

  it('is decoded where it comes in base64', async () => {
    const bytes = new Uint8Array(await (await ask('/binary/now')).arrayBuffer());
    expect([...bytes]).toEqual([0, 255, 7]);
  });

  it('has no body and no length when it says 304', async () => {
    const response = await ask('/unchanged/now');
    expect([response.status, response.headers.get('etag')]).toEqual([304, '"a"']);
    expect(response.headers.get('content-length')).toBeNull();
  });

  it('keeps its headers and loses its body when HEAD was asked', async () => {
    const response = await ask('/plain/now', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '12']);
    expect(await response.text()).toBe('');
  });

  it('becomes a 502 when it has no status, or is over 6 MB', async () => {
    for (const path of ['/malformed/now', '/huge/now']) {
      const response = await ask(path);
      expect(response.status).toBe(502);
      expect(await problemOf(response)).toBe('internal');
    }
  });

  it('becomes a 500 when the handler throws, and the next request is served', async () => {
    for (let round = 0; round < 2; round += 1) {
      const response = await ask('/throwing/now');
      expect(response.status).toBe(500);
      expect(await problemOf(response)).toBe('internal');
    }
  });
});

describe('an execution environment', () => {
  it('that dies is replaced: its request gets 500, the next is served', async () => {
    expect((await ask('/crashing/now')).status).toBe(500);
    expect(await (await ask('/crashing/later')).text()).toBe('well');
  });

  it('that takes too long is replaced: its request gets 503, the next is served', async () => {
    const response = await ask('/slow/now');
    expect(response.status).toBe(503);
    expect(await problemOf(response)).toBe('timeout');
    expect(await (await ask('/slow/later')).text()).toBe('well');
  });

  it('takes one request at a time; what finds none free waits, and in vain past the deadline', async () => {
    const answers = await Promise.all([ask('/slow/now'), ask('/slow/now'), ask('/plain/now')]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(await (await ask('/slow/later')).text()).toBe('well');
  });

  it('of a lazy context starts with the first request, and another when all are busy', async () => {
    const lazy = await startTinyGateway(
      { counting: COUNTING, broken: 'not even JavaScript (' },
      { 'GET /counting': 'counting', 'GET /broken': 'broken' },
      { environments: 2, lazy: ['counting', 'broken'] },
    );
    const idsOf = async (requests: number) => {
      const answers = Array.from({ length: requests }, () => fetch(`${lazy.address}/counting`));
      return new Set(await Promise.all((await Promise.all(answers)).map((answer) => answer.text())));
    };
    expect((await idsOf(1)).size).toBe(1);
    expect((await idsOf(6)).size).toBe(2);
    expect((await fetch(`${lazy.address}/broken`)).status).toBe(500);
    await lazy.close();
  });

  it('knows how much time is left', async () => {
    const remaining = Number(await (await ask('/time/now')).text());
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(1500);
  });
});

describe('a page of another site', () => {
  const origin = 'https://transit.example.cn';
  const crossOriginOf = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));
  const onEveryAnswer = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag,link,retry-after',
  };

  it.each(['/plain/now', '/unchanged/now', '/throwing/now', '/nowhere', '/plain/%E9%A9'])(
    'may read what %s answers',
    async (path) => {
      const [own, foreign] = [await ask(path), await ask(path, { headers: { origin } })];
      expect(foreign.status).toBe(own.status);
      expect(foreign.headers.get('content-length')).toBe(own.headers.get('content-length'));
      expect(foreign.headers.getSetCookie()).toEqual(own.headers.getSetCookie());
      expect(crossOriginOf(foreign)).toEqual(onEveryAnswer);
      expect(crossOriginOf(own)).toEqual({});
    },
  );

  it('is told beforehand what it may ask, without a function being asked', async () => {
    const response = await ask('/throwing/now', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(crossOriginOf(response)).toEqual({
      ...onEveryAnswer,
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'if-none-match',
      'access-control-max-age': '86400',
    });
  });

  it('has its other OPTIONS requests handed on', async () => {
    const response = await ask('/sized/now', { method: 'OPTIONS', headers: { origin } });
    expect([response.status, await response.text()]).toEqual([200, '0']);
  });
});

describe('the gateway', () => {
  it('answers 404 where no route and no $default match', async () => {
    const response = await ask('/nowhere');
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toBe('unknown_route');
  });

  it('answers 400 to a path whose escapes are broken', async () => {
    expect(await problemOf(await ask('/plain/%E9%A9'))).toBe('invalid_request');
  });

  it('takes a body of 10 MB and answers 413 to a larger one, sent whole or in pieces', async () => {
    const limit = 10 * 1024 * 1024;
    const send = (body: BodyInit) =>
      ask('/sized/now', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body,
        duplex: 'half',
      } as RequestInit);
    expect(await (await send('x'.repeat(limit))).text()).toBe(String(limit));
    const whole = await send('x'.repeat(limit + 1));
    expect([whole.status, await problemOf(whole)]).toEqual([413, 'body_too_large']);
    const pieces = new Blob(['x'.repeat(limit), 'y']).stream();
    expect((await send(pieces)).status).toBe(413);
  });

  it.each(['transfer-encoding: chunked', 'content-length: 400000000'])(
    'reads no further and hangs up when a refused body (%s) goes on',
    async (framing) => {
      const { answer, megabytes } = await sendWithoutEnd(framing);
      expect(answer).toMatch(/^HTTP\/1\.1 413 .*"code":"body_too_large"/s);
      // Ten are read, ten more are let pass; the rest is what the system holds for the two ends.
      expect(megabytes).toBeLessThan(60);
    },
  );

  it('keeps the connection of a refused body that ends soon', async () => {
    const socket = connect(gateway.port, '127.0.0.1');
    const size = 10 * 1024 * 1024 + 1;
    socket.write(`POST /sized/now HTTP/1.1\r\nhost: a\r\ncontent-length: ${size}\r\n\r\n`);
    socket.write(Buffer.alloc(size, 'x'));
    expect(`${(await once(socket, 'data'))[0]}`).toMatch(/^HTTP\/1\.1 413 /);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    socket.write('GET /sized/now HTTP/1.1\r\nhost: a\r\n\r\n');
    expect(`${(await once(socket, 'data'))[0]}`).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('refuses a taken port with one sentence that names it', async () => {
    await expect(startTinyGateway({}, {}, { port: gateway.port })).rejects.toThrow(
      new RegExp(`^Port ${gateway.port} is taken: .*PORT=${gateway.port + 1} npm start\\.$`),
    );
  });

  it('does not start with a bundle that cannot be loaded', async () => {
    const bundles = { broken: tinyBundle(`(() => { throw new Error('cannot load') })()`) };
    const start = startGateway({ ...(await optionsOfTiny()), bundles });
    await expect(start).rejects.toThrow('cannot load');
  });
});

/** Sends a body of up to 300 MB until the gateway hangs up; tells what was answered and how much was sent. */
async function sendWithoutEnd(framing: string) {
  const socket = connect(gateway.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (text) => {
    answer += text;
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(`POST /sized/now HTTP/1.1\r\nhost: a\r\n${framing}\r\n\r\n`);
  const megabyte = Buffer.alloc(1024 * 1024, 'x');
  const piece = framing.includes('chunked')
    ? Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')])
    : megabyte;
  let megabytes = 0;
  for (; megabytes < 300 && !socket.destroyed; megabytes += 1) {
    if (!socket.write(piece)) await Promise.race([closed, once(socket, 'drain').catch(() => {})]);
  }
  await closed;
  return { answer, megabytes };
}

async function optionsOfTiny() {
  const { environmentScript } = await import('../../../infra/bundle/functions.ts');
  return { routes: [], environmentScript, variables: {}, port: 0 };
}
