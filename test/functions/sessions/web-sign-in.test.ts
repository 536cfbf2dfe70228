import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { handler } from '../../../functions/sessions/index.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { WebSignIn, WebSignInQuestion, WebSignInState } from '../../../shared/person/web-sign-in.ts';
import { askFunction } from '../../support/ask-function.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const own = { 'x-requested-with': 'nuanxin-map' };
let address = 0;
const from = () => ({ headers: own, address: `198.51.100.${++address}` });
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;

const begin = async () =>
  (await ask('createWebSignIn', { ...from(), body: { page: 'staff' } })).json<WebSignIn>();
const poll = async ({ deviceCode }: { deviceCode: string }) => {
  const answer = await ask('pollWebSignIn', { ...from(), body: { deviceCode } });
  return { ...answer.json<WebSignInState>(), cookies: answer.cookies };
};
const answer = ({ headers }: SignedInPerson, { userCode }: WebSignIn, body: object) =>
  ask('answerWebSignIn', { headers, params: { code: userCode }, body });
const question = ({ headers }: SignedInPerson, userCode: string) =>
  ask('getWebSignIn', { headers, params: { code: userCode } });

let phone: SignedInPerson;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  phone = await signedIn();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('signing in by scanning', () => {
  it('signs the page in as whoever confirms with the digits that it shows', async () => {
    const signIn = await begin();
    expect(signIn.userCode).toMatch(/^[B-DF-HJ-NP-TV-XZ]{8}$/);
    expect(signIn.qrImage).toMatch(/^data:image\/\w+;base64,/);
    expect(signIn.intervalSeconds).toBe(2);
    expect((await poll(signIn)).state).toBe('authorization_pending');

    const asked = (await question(phone, signIn.userCode)).json<WebSignInQuestion>();
    expect(asked.page).toBe('staff');
    expect(asked.matches).toContain(signIn.match);
    expect(new Set(asked.matches).size).toBe(3);
    const confirmed = await answer(phone, signIn, { approve: true, match: signIn.match });
    expect(confirmed.json()).toEqual({ state: 'approved' });

    pass(2);
    const { state, me, cookies } = await poll(signIn);
    expect([state, me?.id]).toEqual(['signed_in', phone.person.id]);
    const cookie = cookies[0]?.split(';')[0] ?? '';
    expect((await ask('getMe', { cookies: [cookie] })).status).toBe(200);
    pass(2);
    expect(await poll(signIn)).toMatchObject({ state: 'expired_token', cookies: [] });
  });

  it('takes a code that is typed in small letters and with a dash', async () => {
    const { userCode } = await begin();
    const typed = `${userCode.slice(0, 4)}-${userCode.slice(4)}`.toLowerCase();
    expect((await question(phone, typed)).status).toBe(200);
  });

  it('is denied by other digits, and by a no', async () => {
    for (const wrong of [{ approve: false }, undefined]) {
      const signIn = await begin();
      const { matches } = (await question(phone, signIn.userCode)).json<WebSignInQuestion>();
      const body = wrong ?? { approve: true, match: matches.find((match) => match !== signIn.match) };
      expect((await answer(phone, signIn, body)).json()).toEqual({ state: 'denied' });
      expect((await poll(signIn)).state).toBe('access_denied');
      const again = await answer(phone, signIn, { approve: true, match: signIn.match });
      expect([again.status, code(again)]).toEqual([410, 'code_expired']);
    }
    const without = await answer(phone, await begin(), { approve: true });
    expect([without.status, code(without)]).toEqual([400, 'invalid_request']);
  });

  it('signs in one of many polls that come at once', async () => {
    const signIn = await begin();
    await answer(phone, signIn, { approve: true, match: signIn.match });
    const polls = await Promise.all(Array.from({ length: 10 }, () => poll(signIn)));
    expect(polls.filter(({ state }) => state === 'signed_in')).toHaveLength(1);
    expect(polls.filter(({ cookies }) => cookies.length > 0)).toHaveLength(1);
    expect(polls.filter(({ state }) => state === 'expired_token')).toHaveLength(9);
  });

  it('is confirmed by one of two people who try at once', async () => {
    const signIn = await begin();
    const other = await signedIn();
    const body = { approve: true, match: signIn.match };
    const answers = await Promise.all([phone, other, phone, other].map((who) => answer(who, signIn, body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410]);
    const winner = answers.findIndex(({ status }) => status === 200) % 2 === 0 ? phone : other;
    expect((await poll(signIn)).me?.id).toBe(winner.person.id);
  });

  it('ends after five minutes, for both sides', async () => {
    const signIn = await begin();
    const late = await begin();
    await answer(phone, late, { approve: true, match: late.match });
    pass(299);
    expect((await question(phone, signIn.userCode)).status).toBe(200);
    pass(2);
    expect((await question(phone, signIn.userCode)).status).toBe(410);
    expect((await answer(phone, signIn, { approve: true, match: signIn.match })).status).toBe(410);
    expect((await poll(signIn)).state).toBe('expired_token');
    expect((await poll(late)).state).toBe('expired_token');
  });

  it('tells a page that asks too often to slow down, and how far', async () => {
    const signIn = await begin();
    await poll(signIn);
    pass(1);
    expect(await poll(signIn)).toMatchObject({ state: 'slow_down', intervalSeconds: 7 });
    pass(6.6);
    expect(await poll(signIn)).toMatchObject({ state: 'authorization_pending', intervalSeconds: 7 });
  });

  it('answers nothing to a guess: neither a code nor the secret half of one', async () => {
    const signIn = await begin();
    await answer(phone, signIn, { approve: true, match: signIn.match });
    for (const deviceCode of [`${signIn.userCode}-guess`, signIn.userCode, 'BBBBBBBB-guess', '--------']) {
      expect(await poll({ deviceCode })).toMatchObject({ state: 'expired_token', cookies: [] });
    }
    expect((await question(phone, 'BBBBBBBB')).status).toBe(404);
    expect((await poll(signIn)).state).toBe('signed_in');
  });

  it('is not used up by a page of another site', async () => {
    const signIn = await begin();
    await answer(phone, signIn, { approve: true, match: signIn.match });
    const foreign = await ask('pollWebSignIn', { body: { deviceCode: signIn.deviceCode } });
    expect([foreign.status, foreign.cookies]).toEqual([403, []]);
    expect((await poll(signIn)).state).toBe('signed_in');
  });

  it('keeps no secret in the table', async () => {
    const { deviceCode } = await begin();
    const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: tableName }));
    expect(JSON.stringify(Items)).not.toContain(deviceCode.slice(9));
  });

  it('lets nobody guess codes: twenty in a minute', async () => {
    const statuses = [];
    for (let guess = 1; guess <= 21; guess++) statuses.push((await question(phone, 'BBBBBBBB')).status);
    expect(statuses.slice(0, 20).every((status) => status === 404)).toBe(true);
    expect(statuses[20]).toBe(429);
  });
});
