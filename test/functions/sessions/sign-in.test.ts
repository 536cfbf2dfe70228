import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/sessions/index.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Me } from '../../../shared/person/person.ts';
import type { SignedIn } from '../../../shared/person/signed-in.ts';
import { askFunction } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';
import { signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const own = { 'x-requested-with': 'nuanxin-map' };
let address = 0;
/** Each test comes from an address of its own: limits count them. */
const from = () => ({ headers: own, address: `198.51.100.${++address}` });
const refusal = (answer: { status: number | undefined; json: <T>() => T }) => [
  answer.status,
  answer.json<Problem>().code,
];
const cookieOf = ({ cookies }: { cookies: string[] }) => cookies[0]?.split(';')[0] ?? '';
const meOf = async (cookie: string) => (await ask('getMe', { cookies: [cookie] })).json<Me>();

beforeEach(() => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('signing in with a code of WeChat', () => {
  it('gives the shell a token and a page a cookie, of the same person', async () => {
    const openid = `openid-${ulid()}`;
    const shell = await ask('createSession', {
      ...from(),
      body: { code: wechat.codeFor(openid), carrier: 'token' },
    });
    expect([shell.status, shell.cookies]).toEqual([201, []]);
    const { me, token, expiresAt } = shell.json<SignedIn>();
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(43_198_000);
    expect(shell.body).not.toContain(openid);
    const page = await ask('createSession', {
      ...from(),
      body: { code: wechat.codeFor(openid), carrier: 'cookie' },
    });
    expect(page.json<SignedIn>()).toEqual({ me, expiresAt: expect.any(String) });
    expect((await meOf(cookieOf(page))).id).toBe(me.id);
    const byToken = await ask('getMe', { headers: { authorization: `Bearer ${token}` } });
    expect(byToken.json<Me>()).toEqual(me);
  });

  it('refuses a code that was used or never given, without a word about WeChat', async () => {
    const code = wechat.codeFor(`openid-${ulid()}`);
    await ask('createSession', { ...from(), body: { code, carrier: 'token' } });
    for (const worthless of [code, 'never-given-code']) {
      const answer = await ask('createSession', { ...from(), body: { code: worthless, carrier: 'token' } });
      expect(refusal(answer)).toEqual([400, 'code_refused']);
    }
  });

  it('does not let a page of another site sign its visitor in as somebody', async () => {
    const body = { code: wechat.codeFor(`openid-${ulid()}`), carrier: 'cookie' };
    const answer = await ask('createSession', { body, address: '198.51.100.200' });
    expect([refusal(answer), answer.cookies]).toEqual([[403, 'cross_site_request'], []]);
  });

  it('takes nothing but the code and the carrier', async () => {
    const body = { code: wechat.codeFor('x'), carrier: 'token', role: 'system_admin', openid: 'somebody' };
    const answer = await ask('createSession', { ...from(), body });
    expect(answer.json<Problem>().fields?.map(({ field }) => field)).toEqual(['role', 'openid']);
  });

  it('is counted by address where nobody is signed in', async () => {
    const given = { ...from(), body: { code: 'never-given-code', carrier: 'token' } };
    const answers = [];
    for (let call = 1; call <= 61; call++) answers.push(await ask('createSession', given));
    expect(answers.slice(0, 60).every(({ status }) => status === 400)).toBe(true);
    expect(refusal(answers[60]!)).toEqual([429, 'too_many_requests']);
    expect(Number(answers[60]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('createSession', { ...given, ...from() })).status).toBe(400);
  });

  it('ends by signing out: the cookie is taken away, and a copy of it is worth nothing', async () => {
    const { token } = await signedIn();
    const given = { cookies: [`session=${token}`], headers: own };
    const answer = await ask('endSession', given);
    expect(answer.cookies).toEqual(['session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    expect((await ask('getMe', given)).status).toBe(401);
  });
});

describe('a ticket of the shell', () => {
  it('signs a page in once, within a minute', async () => {
    const { headers, person } = await signedIn();
    const { ticket } = (await ask('createTicket', { headers })).json<{ ticket: string }>();
    pass(59);
    const page = await ask('redeemTicket', { ...from(), body: { ticket } });
    expect([page.status, page.json<SignedIn>().token]).toEqual([201, undefined]);
    expect((await meOf(cookieOf(page))).id).toBe(person.id);
    expect(refusal(await ask('redeemTicket', { ...from(), body: { ticket } }))).toEqual([
      410,
      'code_expired',
    ]);
  });

  it('is worth nothing after a minute, and is given to one of two pages', async () => {
    const { headers } = await signedIn();
    const old = (await ask('createTicket', { headers })).json<{ ticket: string }>();
    pass(61);
    expect((await ask('redeemTicket', { ...from(), body: old && { ticket: old.ticket } })).status).toBe(410);
    const { ticket } = (await ask('createTicket', { headers })).json<{ ticket: string }>();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask('redeemTicket', { ...from(), body: { ticket } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410, 410, 410, 410]);
  });

  it('is not used up by a page of another site', async () => {
    const { headers } = await signedIn();
    const { ticket } = (await ask('createTicket', { headers })).json<{ ticket: string }>();
    expect((await ask('redeemTicket', { body: { ticket } })).status).toBe(403);
    expect((await ask('redeemTicket', { ...from(), body: { ticket } })).status).toBe(201);
  });
});
