import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/api/problem.ts';
import type { Me } from '../../shared/person/person.ts';
import type { SignedIn } from '../../shared/person/signed-in.ts';
import type { WebSignIn, WebSignInQuestion, WebSignInState } from '../../shared/person/web-sign-in.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ environments: 2 });
  await system.run('people');
});
afterAll(() => system.close());

const own = { 'x-requested-with': 'nuanxin-map', 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  system.fetch(path, { method: 'POST', headers: { ...own, ...headers }, body: JSON.stringify(body) });
const bearerOf = async (openid: string) => {
  const body = { code: system.wechat.codeFor(openid), carrier: 'token' };
  const { token } = (await (await post('/v1/sessions', body)).json()) as SignedIn;
  return { authorization: `Bearer ${token}` };
};
const code = async (answer: Response) => ((await answer.json()) as Problem).code;

describe('a session', () => {
  it('lasts in a browser by a cookie that no script reads and no other site sends on a write', async () => {
    const answer = await post('/v1/sessions', {
      code: system.wechat.codeFor('demo-rider'),
      carrier: 'cookie',
    });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=ey[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const patch = (headers: Record<string, string>) =>
      system.fetch('/v1/me', {
        method: 'PATCH',
        headers: { cookie, ...headers },
        body: '{"nickname":"小王"}',
      });
    expect(await code(await patch({}))).toBe('cross_site_request');
    expect((await patch(own)).status).toBe(200);
    const ended = await system.fetch('/v1/sessions/current', {
      method: 'DELETE',
      headers: { cookie, ...own },
    });
    expect(ended.headers.getSetCookie()[0]).toMatch(/^session=; Max-Age=0;/);
  });

  it('begins on a page when the phone confirms the digits that the page shows', async () => {
    const phone = await bearerOf('demo-reviewer');
    const signIn = (await (await post('/v1/web-sign-ins', { page: 'staff' })).json()) as WebSignIn;
    expect(signIn.qrImage).toMatch(/^data:image\/png;base64,iVBOR/);
    const path = `/v1/web-sign-ins/${signIn.userCode}`;
    const asked = (await (await system.fetch(path, { headers: phone })).json()) as WebSignInQuestion;
    expect(asked.matches).toContain(signIn.match);
    const answered = await post(`${path}/answer`, { approve: true, match: signIn.match }, phone);
    expect(await answered.json()).toEqual({ state: 'approved' });
    const polled = await post('/v1/web-sign-ins/poll', { deviceCode: signIn.deviceCode });
    const cookie = polled.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(((await polled.json()) as WebSignInState).state).toBe('signed_in');
    const me = (await (await system.fetch('/v1/me', { headers: { cookie } })).json()) as Me;
    expect(me).toMatchObject({ nickname: '审核员小林', grants: [{ role: 'reviewer' }] });
  });

  it('is opened by a ticket of the shell, once', async () => {
    const { ticket } = (await (await post('/v1/tickets', {}, await bearerOf('demo-merchant'))).json()) as {
      ticket: string;
    };
    expect((await post('/v1/tickets/redeem', { ticket })).status).toBe(201);
    expect(await code(await post('/v1/tickets/redeem', { ticket }))).toBe('code_expired');
  });

  it('comes from the operator’s command for scripts, in the role that is asked for', async () => {
    const { stdout, code: exit } = await system.run(
      'token',
      '--role',
      'planner',
      '--subdistrict',
      '310105001',
    );
    expect(exit).toBe(0);
    const answer = await system.fetch('/v1/me', { headers: { authorization: `Bearer ${stdout.trim()}` } });
    expect(((await answer.json()) as Me).grants).toEqual([{ role: 'planner', subdistrict: '310105001' }]);
  });
});
