import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defineFunction } from '../../../functions/runtime/define-function.ts';
import { secretValues } from '../../../functions/runtime/secrets.ts';
import { signSessionToken } from '../../../functions/runtime/session-token.ts';
import { giveGrant, takeGrant } from '../../../functions/store/change-grants.ts';
import { findGrant, grantIdOf } from '../../../functions/store/grants.ts';
import { guards } from '../../../functions/store/guards.ts';
import { revokeSession } from '../../../functions/store/revoked-sessions.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Route } from '../../../shared/api/route.ts';
import { askFunction } from '../../support/ask-function.ts';
import { signedIn } from '../../support/signed-in.ts';

const HUAYANG = '310105001';
const nothing = z.strictObject({});
const base = {
  context: 'sessions',
  params: nothing,
  query: nothing,
  response: z.any(),
  mediaType: 'application/json',
  cache: 'none',
  summary: '',
} as const satisfies Partial<Route>;

/** Routes of every kind of access, under keys that the events of real operations carry. */
const handler = defineFunction(
  {
    getMe: { ...base, key: 'GET /v1/me', access: 'signed_in' },
    updateMe: { ...base, key: 'PATCH /v1/me', access: 'signed_in', body: nothing },
    confirm: {
      ...base,
      key: 'POST /v1/places/{id}/confirmations',
      params: z.looseObject({}),
      access: 'recognised',
    },
    createGrant: {
      ...base,
      key: 'POST /v1/grants',
      access: { roles: ['subdistrict_admin'], subdistrictFrom: 'body' },
      body: z.strictObject({ subdistrict: z.string().length(9), grid: z.string().optional() }),
    },
  },
  {
    getMe: ({ session }) => ({ body: session }),
    updateMe: ({ session }) => ({ body: session.personId }),
    confirm: ({ session }) => ({ body: { by: session?.personId ?? 'nobody' } }),
    createGrant: () => ({ body: 'given' }),
  },
  { guards },
);
const ask = askFunction(handler);
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-20T02:00:00.000Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('who asks', () => {
  it('is told by a bearer token or by the cookie of a page', async () => {
    const { token, headers, person } = await signedIn();
    const byCookie = await ask('getMe', { cookies: ['other=1', `session=${token}`] });
    expect(byCookie.json<{ personId: string }>().personId).toBe(person.id);
    expect((await ask('getMe', { headers })).status).toBe(200);
    expect((await ask('getMe')).status).toBe(401);
  });

  it('is nobody by a token of a deleted or unknown person', async () => {
    const { sessionKeys } = await secretValues();
    const session = { personId: ulid(), tokenId: ulid(), signedInAt: new Date() };
    const { token } = await signSessionToken(session, sessionKeys, new Date());
    expect((await ask('getMe', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  it('is asked again after half a minute: a token that was signed out ends then', async () => {
    const { headers, tokenId } = await signedIn();
    expect((await ask('getMe', { headers })).status).toBe(200);
    await revokeSession(tokenId, new Date());
    pass(29);
    expect((await ask('getMe', { headers })).status).toBe(200);
    pass(2);
    expect((await ask('getMe', { headers })).status).toBe(401);
  });

  it('does not matter where nobody need be signed in: an old cookie is as good as none', async () => {
    const { person, headers } = await signedIn();
    const given = { params: { id: 'x' } };
    expect((await ask('confirmPlace', { ...given, headers })).json()).toEqual({ by: person.id });
    const old = await ask('confirmPlace', { ...given, cookies: ['session=old'] });
    expect([old.status, old.json()]).toEqual([200, { by: 'nobody' }]);
  });
});

describe('a cookie', () => {
  const own = { 'x-requested-with': 'nuanxin-map' };

  it('counts on a write only with the header that a foreign page cannot send', async () => {
    const { token } = await signedIn();
    const cookies = [`session=${token}`];
    const refused = await ask('updateMe', { cookies, body: {} });
    expect([refused.status, code(refused)]).toEqual([403, 'cross_site_request']);
    const foreign = { 'x-requested-with': 'XMLHttpRequest' };
    expect((await ask('updateMe', { cookies, body: {}, headers: foreign })).status).toBe(403);
    expect((await ask('updateMe', { cookies, body: {}, headers: own })).status).toBe(200);
    expect((await ask('updateMe', { cookies: ['session=forged'], body: {} })).status).toBe(401);
    // A token in a header is never sent by a browser of itself.
    const bearer = { authorization: `Bearer ${token}` };
    expect((await ask('updateMe', { headers: bearer, body: {} })).status).toBe(200);
  });

  it('is renewed once it is an hour old, for twelve hours from then, as the same session', async () => {
    const { token, tokenId } = await signedIn();
    const given = { cookies: [`session=${token}`] };
    pass(3599);
    expect((await ask('getMe', given)).cookies).toEqual([]);
    pass(1);
    const [cookie = ''] = (await ask('getMe', given)).cookies;
    expect(cookie).toMatch(/^session=ey[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    pass(11.5 * 3600);
    const renewed = await ask('getMe', { cookies: [cookie.split(';')[0] ?? ''] });
    expect(renewed.json<{ tokenId: string }>().tokenId).toBe(tokenId);
    expect((await ask('getMe', given)).status).toBe(401);
  });

  it('ends thirty days after the sign-in, however often its person comes back', async () => {
    let { token } = await signedIn();
    const come = () => ask('getMe', { cookies: [`session=${token}`] });
    for (let hours = 11; hours < 30 * 24; hours += 11) {
      pass(11 * 3600);
      const { status, cookies } = await come();
      expect([hours, status]).toEqual([hours, 200]);
      token = cookies[0]?.slice('session='.length).split(';')[0] ?? '';
    }
    pass(5 * 3600 - 1);
    expect((await come()).status).toBe(200);
    pass(1);
    expect((await come()).status).toBe(401);
  });

  it('is sent over https alone where it came so, and a bearer token never becomes one', async () => {
    const { token, headers } = await signedIn();
    pass(4000);
    const https = { cookies: [`__Host-session=${token}`], headers: { 'x-forwarded-proto': 'https' } };
    const [cookie] = (await ask('getMe', https)).cookies;
    expect(cookie).toMatch(/^__Host-session=ey.*; Path=\/; .*; Secure$/);
    expect(cookie).not.toContain('Domain');
    expect((await ask('getMe', { headers })).cookies).toEqual([]);
  });

  it('that a neighbouring subdomain could have planted counts for nothing over https', async () => {
    const [own, planted] = [await signedIn(), await signedIn()];
    const https = { 'x-forwarded-proto': 'https' };
    const plant = `session=${planted.token}`;
    expect((await ask('getMe', { cookies: [plant], headers: https })).status).toBe(401);
    const both = await ask('getMe', { cookies: [plant, `__Host-session=${own.token}`], headers: https });
    expect(both.json<{ personId: string }>().personId).toBe(own.person.id);
  });
});

describe('the order of refusals', () => {
  it('is 401, 403, then 400', async () => {
    const rider = await signedIn();
    const admin = await signedIn({ role: 'subdistrict_admin', subdistrict: HUAYANG });
    expect((await ask('createGrant', { body: {} })).status).toBe(401);
    expect((await ask('createGrant', { body: {}, headers: rider.headers })).status).toBe(403);
    expect((await ask('createGrant', { body: {}, headers: admin.headers })).status).toBe(400);
    const elsewhere = { subdistrict: '310109016' };
    expect((await ask('createGrant', { body: elsewhere, headers: admin.headers })).status).toBe(403);
    const here = { subdistrict: HUAYANG };
    expect((await ask('createGrant', { body: here, headers: admin.headers })).status).toBe(200);
  });

  it('follows a role that is given or taken, at once where it was done and within half a minute elsewhere', async () => {
    const admin = await signedIn({ role: 'system_admin' });
    const { headers, person } = await signedIn();
    const given = { headers, body: { subdistrict: HUAYANG } };
    expect((await ask('createGrant', given)).status).toBe(403);
    const change = { by: `person:${admin.person.id}`, at: new Date().toISOString(), reason: '' };
    const role = { role: 'subdistrict_admin', subdistrict: HUAYANG } as const;
    await giveGrant({ ...role, person: person.id }, change, ulid);
    expect((await ask('createGrant', given)).status).toBe(200);
    const other = await signedIn(role);
    const grant = (await findGrant(grantIdOf(person.id, role)))!;
    await takeGrant(grant, change, ulid);
    expect((await ask('createGrant', given)).status).toBe(403);
    expect((await ask('createGrant', { ...given, headers: other.headers })).status).toBe(200);
  });
});
