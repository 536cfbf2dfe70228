import { createServer } from 'node:http';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWechat, type Wechat } from '../../../infra/local/wechat/start-wechat.ts';

const APP = { appid: 'wx0000000000000001', secret: 'app-secret' };
const MINUTE = 60_000;

let now = Date.parse('2026-11-20T04:00:00.000Z');
let wechat: Wechat;

beforeAll(async () => {
  wechat = await startWechat({
    appId: APP.appid,
    appSecret: APP.secret,
    pushToken: 'AAAAA',
    pushAesKey: 'a'.repeat(43),
    now: () => now,
  });
});
afterAll(() => wechat.close());

type Json = Record<string, unknown>;

const get = async (path: string, query: Record<string, string>): Promise<Json> =>
  (await fetch(`${wechat.base}${path}?${new URLSearchParams(query)}`)).json() as Promise<Json>;

const post = (path: string, body: object | string): Promise<Response> =>
  fetch(wechat.base + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

const askToken = async (force_refresh = false): Promise<Json> => {
  const body = { grant_type: 'client_credential', ...APP, force_refresh };
  return (await post('/cgi-bin/stable_token', body)).json() as Promise<Json>;
};

const call = async (path: string, body: object | string, token?: string): Promise<Json> => {
  const access_token = token ?? String((await askToken()).access_token);
  return (await post(`${path}?access_token=${access_token}`, body)).json() as Promise<Json>;
};

const signIn = (js_code: string) =>
  get('/sns/jscode2session', { ...APP, js_code, grant_type: 'authorization_code' });

describe("the stand-in of WeChat's server", () => {
  it('answers only on a loopback address of its own', () => {
    expect(new URL(wechat.base).hostname).toMatch(/^127\./);
  });

  it('takes a login code once and within five minutes, and answers success without an errcode', async () => {
    const code = wechat.codeFor('rider');
    expect(Object.keys(await signIn(code)).toSorted()).toEqual(['openid', 'session_key']);
    expect(await signIn(code)).toMatchObject({ errcode: 40163 });
    const late = wechat.codeFor('rider');
    now += 5 * MINUTE + 1;
    expect(await signIn(late)).toMatchObject({ errcode: 40029 });
    expect(
      await get('/sns/jscode2session', {
        ...APP,
        secret: 'x',
        grant_type: 'authorization_code',
        js_code: 'x',
      }),
    ).toMatchObject({ errcode: 40125 });
  });

  it('gives every caller the same token in normal mode, and another one in its last five minutes', async () => {
    const first = await askToken();
    now += 60 * MINUTE;
    expect(await askToken()).toEqual({ access_token: first.access_token, expires_in: 3600 });
    now += 56 * MINUTE;
    const second = await askToken();
    expect(second.access_token).not.toBe(first.access_token);
    expect(
      await call('/wxa/generate_urllink', { expire_type: 1, expire_interval: 30 }, `${first.access_token}`),
    ).toMatchObject({ errcode: 0 });
    now += 5 * MINUTE;
    expect(await call('/wxa/generate_urllink', {}, `${first.access_token}`)).toMatchObject({
      errcode: 42001,
    });
  });

  it('ends the old token with a forced one, at most 20 times a day and never twice within 30 seconds', async () => {
    const old = String((await askToken()).access_token);
    await askToken(true);
    expect(await call('/wxa/generate_urllink', {}, old)).toMatchObject({ errcode: 40001 });
    expect(await askToken(true)).toMatchObject({ errcode: 45011 });
    for (let count = 2; count <= 20; count++) {
      now += 30_000;
      expect(await askToken(true)).not.toHaveProperty('errcode');
    }
    now += 30_000;
    expect(await askToken(true)).toMatchObject({ errcode: 45009 });
    now += 24 * 60 * MINUTE;
    expect(await askToken(true)).not.toHaveProperty('errcode');
  });

  it('knows nothing of a text whose writer was not seen for two hours, and reads no escaped letters', async () => {
    const check = (content: string | { raw: string }) => {
      const body = { content, version: 2, scene: 1, openid: 'writer' };
      return call('/wxa/msg_sec_check', typeof content === 'string' ? body : content.raw);
    };
    expect(await check('违规')).toMatchObject({ errcode: 61010 });
    await signIn(wechat.codeFor('writer'));
    expect(await check('违规')).toMatchObject({ errcode: 0, result: { suggest: 'risky' } });
    expect(await check('可疑')).toMatchObject({ errcode: 0, result: { suggest: 'review' } });
    const escaped = '{"content":"\\u8fdd\\u89c4","version":2,"scene":1,"openid":"writer"}';
    expect(await check({ raw: escaped })).toMatchObject({ result: { suggest: 'pass' } });
    expect(await check('好'.repeat(2501))).not.toMatchObject({ errcode: 0 });
    now += 2 * 60 * MINUTE + 1;
    expect(await check('违规')).toMatchObject({ errcode: 61010 });
  });

  it('draws a code with its quiet zone, or says in JSON why it does not', async () => {
    const token = (await askToken()).access_token;
    const draw = (body: object) => post(`/wxa/getwxacodeunlimit?access_token=${token}`, body);
    const drawn = await draw({ scene: 'c=ABCDEFGH', page: 'pages/sign-in/sign-in' });
    expect(drawn.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await drawn.arrayBuffer());
    const side = png.readUInt32BE(16);
    expect(side).toBe(png.readUInt32BE(20));
    const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
    const lines = inflateSync(data);
    expect(lines).toHaveLength(side * (side + 1));
    expect(new Set(lines.subarray(1, side + 1))).toEqual(new Set([255]));
    expect(lines.includes(0, side + 2)).toBe(true);
    const refused = await draw({ scene: 'x'.repeat(33), page: 'a' });
    expect(refused.headers.get('content-type')).toContain('json');
    expect(await refused.json()).toMatchObject({ errcode: 40169 });
    expect(await (await draw({ scene: 'a', page: '/a' })).json()).toMatchObject({ errcode: 41030 });
  });

  it('pushes again, three times in all, what is not answered with success', async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end(heard.length < 3 ? 'later' : 'success');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const other = await startWechat({
      ...wechat.state.settings,
      pushAddress: () => `http://127.0.0.1:${port}/v1/wechat/push`,
    });
    await other.push({ Event: 'x' });
    expect(heard).toHaveLength(3);
    expect(heard[0]).toMatch(/msg_signature=[0-9a-f]{40}/);
    expect(other.pushes.map(({ answer }) => answer)).toEqual(['later', 'later', 'success']);
    await other.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('says on its pages what it is, and shows no markup that somebody put into an address', async () => {
    const page = await (await fetch(`${wechat.base}/stand-in/mini-program?page=a&query=<b>`)).text();
    expect(page).toContain('这里不是微信');
    expect(page).toContain('This is not WeChat');
    expect(page).not.toContain('<b>');
    expect((await fetch(`${wechat.base}/elsewhere`)).status).toBe(404);
  });

  it('has no knob for a call that does not exist', () => {
    expect(() => wechat.setNext('code2session', { errcode: -1 })).toThrow('code2session');
  });
});
