import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { env } from '../../../functions/runtime/env.ts';
import { writeCursor } from '../../../functions/runtime/page-cursor.ts';
import { handler } from '../../../functions/sessions/index.ts';
import { messageOperations } from '../../../functions/store/messages.ts';
import { findPerson } from '../../../functions/store/persons.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Message } from '../../../shared/message/message.ts';
import type { Me } from '../../../shared/person/person.ts';
import { askFunction } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';
import { onMap } from '../../support/registration-desk.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const me = async ({ headers }: SignedInPerson) => (await ask('getMe', { headers })).json<Me>();
const change = ({ headers }: SignedInPerson, body: object) => ask('updateMe', { headers, body });
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;

const tell = async ({ person }: SignedInPerson, name: string): Promise<string> => {
  const id = ulid();
  const message = {
    person: person.id,
    subdistrict: '310105001',
    kind: 'place_resumed',
    values: { name },
  } as const;
  await transact(messageOperations(message, { id, at: new Date().toISOString() }));
  return id;
};

describe('oneself', () => {
  it('is a member code, roles, and how much there is of one’s own', async () => {
    const who = await signedIn({ role: 'planner', subdistrict: '310105001' });
    await onMap({ owner: who.person.id });
    expect(await me(who)).toEqual({
      id: who.person.id,
      memberCode: who.person.memberCode,
      grants: [{ role: 'planner', subdistrict: '310105001' }],
      placeCount: 1,
      unreadCount: 1,
      createdAt: who.person.createdAt,
    });
  });

  it('changes name and language, and takes the name away again', async () => {
    const who = await signedIn();
    expect((await change(who, { nickname: '小王', language: 'en' })).json()).toMatchObject({
      nickname: '小王',
      language: 'en',
    });
    expect((await change(who, {})).json()).toMatchObject({ nickname: '小王', language: 'en' });
    const without = (await change(who, { nickname: null })).json<Me>();
    expect([without.nickname, without.language]).toEqual([undefined, 'en']);
  });

  it('changes nothing else, whatever is sent', async () => {
    const who = await signedIn();
    for (const more of [
      'id',
      'memberCode',
      'grants',
      'role',
      'openid',
      'phone',
      'phoneMasked',
      'createdAt',
    ]) {
      const answer = await change(who, { nickname: '小王', [more]: 'x' });
      expect([answer.status, answer.json<Problem>().fields?.[0]?.field]).toEqual([400, more]);
    }
    expect((await me(who)).nickname).toBeUndefined();
    const hidden = await change(who, { nickname: '小\u202e王' });
    expect(hidden.status).toBe(400);
  });

  it('does not take a name that WeChat’s machine finds risky', async () => {
    const who = await signedIn();
    wechat.state.seenAt.set(who.person.openid, Date.now());
    wechat.setNext('msgSecCheck', { suggest: 'risky' });
    expect(code(await change(who, { nickname: '坏名字' }))).toBe('invalid_request');
    expect((await change(who, { nickname: '好名字' })).status).toBe(200);
  });
});

describe('one’s telephone number', () => {
  it('is vouched for by WeChat, stored encrypted, and shown masked', async () => {
    const who = await signedIn();
    const body = { code: wechat.phoneCodeFor(who.person.openid, '13812345678') };
    const answer = await ask('setMyPhone', { headers: who.headers, body });
    expect(answer.json<Me>().phoneMasked).toBe('138****5678');
    expect(answer.body).not.toContain('13812345678');
    const { phone } = (await findPerson(who.person.id))!;
    expect(phone?.encrypted).not.toContain('138');
    const again = await ask('setMyPhone', { headers: who.headers, body });
    expect([again.status, code(again)]).toEqual([400, 'code_refused']);
  });
});

describe('the inbox', () => {
  it('is told newest first, page by page, and knows what was read', async () => {
    const who = await signedIn();
    const { headers } = who;
    const ids: string[] = [];
    for (let number = 1; number <= 35; number++) ids.push(await tell(who, `店${number}`));
    const sorted = ids.toSorted().reverse();
    const list = async (query: Record<string, string> = {}) =>
      (await ask('listMessages', { headers, query })).json<{ messages: Message[]; next?: string }>();
    const first = await list();
    const second = await list({ cursor: first.next! });
    expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual(sorted);
    expect([first.messages.length, second.next]).toEqual([30, undefined]);

    const read = await ask('readMessages', { headers, body: { upTo: sorted[4] } });
    expect(read.json()).toEqual({ unreadCount: 4 });
    expect((await list()).messages.map(({ readAt }) => readAt !== undefined)).toEqual([
      ...Array.from({ length: 4 }, () => false),
      ...Array.from({ length: 26 }, () => true),
    ]);
    const older = await ask('readMessages', { headers, body: { upTo: sorted[9] } });
    expect(older.json()).toEqual({ unreadCount: 4 });
    expect((await me(who)).unreadCount).toBe(4);
  });

  it('is one’s own: neither a cursor nor a message of another is any use', async () => {
    const [who, other] = [await signedIn(), await signedIn()];
    const id = await tell(other, '店');
    const read = await ask('readMessages', { headers: who.headers, body: { upTo: id } });
    expect([read.status, code(read)]).toEqual([404, 'not_found']);
    const cursor = writeCursor([id]);
    const page = await ask('listMessages', { headers: who.headers, query: { cursor } });
    expect(page.json()).toEqual({ messages: [] });
    const forged = await ask('listMessages', { headers: who.headers, query: { cursor: 'x' } });
    expect([forged.status, code(forged)]).toEqual([400, 'invalid_cursor']);
  });
});

describe('subscriptions', () => {
  it('count what was allowed, of the templates that are sent here', async () => {
    const { headers } = await signedIn();
    const [template = ''] = Object.values(JSON.parse(env.WECHAT_TEMPLATES) as Record<string, string>);
    const accept = (accepted: string[]) => ask('addSubscriptions', { headers, body: { accepted } });
    expect((await accept([template, 'unknown'])).json()).toEqual({ credits: { [template]: 1 } });
    expect((await accept([template])).json()).toEqual({ credits: { [template]: 2 } });
    expect((await accept(['unknown'])).json()).toEqual({ credits: { [template]: 2 } });
  });
});
