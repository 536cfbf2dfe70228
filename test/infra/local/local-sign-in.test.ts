import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../../support/system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ seed: false });
});
afterAll(() => system.close());

/** Sends headers as they are, `Host` among them, which `fetch` would not. */
function ask(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(system.address + path, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the local sign-in', () => {
  it('names the sample identities and gives the code of a phone, with which one is signed in', async () => {
    const people = (await (await system.fetch('/local/people')).json()) as { openid: string }[];
    expect(people).toContainEqual(
      expect.objectContaining({ openid: 'demo-merchant', about: { zh: '店主', en: 'Shop owner' } }),
    );
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'nuanxin-map' };
    const asked = await system.fetch('/local/codes', {
      method: 'POST',
      headers,
      body: JSON.stringify({ openid: 'demo-merchant' }),
    });
    const { code } = (await asked.json()) as { code: string };
    const session = await system.fetch('/v1/sessions', {
      method: 'POST',
      headers,
      body: JSON.stringify({ code, carrier: 'cookie' }),
    });
    expect(session.status).toBe(201);
    expect(session.headers.getSetCookie().join()).toContain('HttpOnly');
  });

  it('is offered by the configuration of the site, which names where pictures go', async () => {
    const site = await system.fetch('/config.json');
    expect(await site.json()).toMatchObject({ localSignIn: true, uploadOrigin: system.uploadOrigin });
    const policy = site.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ${system.uploadOrigin};`);
  });

  it.each([
    ['under a name that somebody has pointed at this machine', { host: 'rebound.example:80' }],
    ['to a page of another site', { origin: 'http://elsewhere.example' }],
    ['to a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['to what a browser says comes from another site', { 'sec-fetch-site': 'cross-site' }],
    ['to what a browser says comes from a subdomain', { 'sec-fetch-site': 'same-site' }],
  ])('answers nothing %s', async (_, headers) => {
    const body = JSON.stringify({ openid: 'demo-merchant' });
    expect(await ask('POST', '/local/codes', headers as Record<string, string>, body)).toBe(403);
    expect(await ask('GET', '/local/people', headers as Record<string, string>)).toBe(403);
  });

  it('knows nobody but the sample identities, and no other address', async () => {
    expect(await ask('POST', '/local/codes', {}, '{"openid":"somebody"}')).toBe(404);
    expect(await ask('POST', '/local/codes', {}, 'x')).toBe(400);
    expect(await ask('POST', '/local/codes', {}, JSON.stringify({ openid: 'x'.repeat(2000) }))).toBe(400);
    expect(await ask('GET', '/local/secrets', {})).toBe(404);
  });
});

describe('a signed-in test', () => {
  it('carries its cookie, and is nobody without it', async () => {
    const rider = await system.signIn('anybody-new');
    const me = await rider.fetch('/v1/me');
    expect(await me.json()).toMatchObject({ id: rider.personId });
    expect((await system.fetch('/v1/me')).status).toBe(401);
  });
});
