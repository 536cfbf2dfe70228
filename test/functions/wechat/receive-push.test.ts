import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { requestMediaCheck } from '../../../functions/runtime/wechat/media-check.ts';
import { signatureOf } from '../../../functions/runtime/wechat/push-envelope.ts';
import { findPerson, updatePerson } from '../../../functions/store/persons.ts';
import { saveCheckTrace } from '../../../functions/store/photo-checks.ts';
import { createPhotoItem } from '../../../functions/store/photo-writes.ts';
import { findPhotos } from '../../../functions/store/photos.ts';
import { signInPerson } from '../../../functions/store/sign-in-person.ts';
import { addCredits, findCredits } from '../../../functions/store/subscriptions.ts';
import { handler } from '../../../functions/wechat/index.ts';
import { sealPush } from '../../../infra/local/wechat/push-delivery.ts';
import type { WechatState } from '../../../infra/local/wechat/wechat-state.ts';
import { functionEvent } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';

type Settings = WechatState['settings'];

/** Pushes a text as WeChat does, sealed with other settings where they are given. */
const sealed = (text: string, given: Partial<Settings> = {}) => {
  const state = { ...wechat.state, settings: { ...wechat.state.settings, ...given } };
  const { query, body } = sealPush(state, text);
  return { query: Object.fromEntries(new URLSearchParams(query)), body };
};

const ask = async ({ query, body }: { query: Record<string, string>; body: string }) => {
  const event = { ...functionEvent('receivePush', { query }), body };
  const answer = (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  return { status: answer.statusCode, body: answer.body };
};

const push = (event: object, given: Partial<Settings> = {}) => ask(sealed(JSON.stringify(event), given));

const SUCCESS = { status: 200, body: 'success' };

const newPerson = async () => {
  const openid = `openid-${ulid()}`;
  return (await signInPerson(openid, { now: new Date(), newId: ulid })).person;
};

const popup = (openid: string, List: unknown) => ({
  ToUserName: 'gh_1',
  FromUserName: openid,
  CreateTime: ulid(),
  MsgType: 'event',
  Event: 'subscribe_msg_popup_event',
  List,
});
const accepted = (TemplateId: string) => ({ TemplateId, SubscribeStatusString: 'accept', PopupScene: '0' });

describe('verifyPush', () => {
  const verify = async (given: Record<string, string> = {}) => {
    const { pushToken } = wechat.state.settings;
    const timestamp = String(Math.floor(Date.now() / 1000));
    const query = { timestamp, nonce: '1514711492', echostr: '1234567', ...given };
    const signature = given.signature ?? signatureOf(pushToken, query.timestamp, query.nonce);
    const event = functionEvent('verifyPush', { query: { ...query, signature } });
    return (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  };

  it('answers the text that WeChat sends, as it is', async () => {
    const answer = await verify();
    expect([answer.statusCode, answer.body]).toEqual([200, '1234567']);
    expect(answer.headers?.['content-type']).toContain('text/plain');
  });

  it('refuses a wrong signature and an old one', async () => {
    expect((await verify({ signature: '0'.repeat(40) })).statusCode).toBe(403);
    expect((await verify({ timestamp: '1714036504' })).statusCode).toBe(403);
  });
});

describe('receivePush', () => {
  it('refuses what is not signed over the encrypted text, old, for another app, or not encrypted', async () => {
    const person = await newPerson();
    const event = popup(person.openid, accepted('t-1'));
    const text = JSON.stringify(event);
    const good = sealed(text);
    const other = sealed(JSON.stringify(popup(person.openid, accepted('t-2'))));
    const forged = [
      { ...good, query: { ...good.query, msg_signature: good.query.signature as string } },
      { ...good, body: other.body },
      sealed(text, { pushToken: 'BBBBB' }),
      sealed(text, { now: () => Date.now() - 310_000 }),
      sealed(text, { now: () => Date.now() + 310_000 }),
      sealed(text, { appId: 'wx0000000000000002' }),
    ];
    for (const attempt of forged) expect((await ask(attempt)).status).toBe(403);
    const unread = ['<xml><Encrypt>x</Encrypt></xml>', text, '{"Encrypt":""}', '[]', 'no json'];
    for (const body of unread) expect((await ask({ ...good, body })).status).toBe(400);
    expect(await findCredits(person.id)).toEqual({});
  });

  it('says what to set where a push comes as XML', async () => {
    const { query } = sealed('{}');
    expect((await ask({ query, body: '<xml/>' })).body).toContain('JSON');
  });

  it('notes what a person has allowed, told as an object for one and as an array for several', async () => {
    const person = await newPerson();
    expect(await push(popup(person.openid, accepted('t-1')))).toEqual(SUCCESS);
    expect(await push(popup(person.openid, [accepted('t-2'), accepted('t-3')]))).toEqual(SUCCESS);
    expect(await findCredits(person.id)).toEqual({ 't-1': 1, 't-2': 1, 't-3': 1 });
  });

  it('does not count again what the phone has told already', async () => {
    const person = await newPerson();
    await addCredits(person.id, ['t-1', 't-2']);
    await addCredits(person.id, ['t-1']);
    await push(popup(person.openid, accepted('t-1')));
    expect(await findCredits(person.id)).toEqual({ 't-1': 2, 't-2': 1 });
  });

  it('forgets what a person turns off, and handles a repeated event once', async () => {
    const person = await newPerson();
    await addCredits(person.id, ['t-1', 't-2']);
    const off = {
      ...popup(person.openid, { TemplateId: 't-1', SubscribeStatusString: 'reject' }),
      Event: 'subscribe_msg_change_event',
    };
    expect(await push(off)).toEqual(SUCCESS);
    expect(await findCredits(person.id)).toEqual({ 't-2': 1 });
    await addCredits(person.id, ['t-1']);
    expect(await push(off)).toEqual(SUCCESS);
    expect(await findCredits(person.id)).toEqual({ 't-1': 1, 't-2': 1 });
  });

  it('answers 400 to an event that is rightly signed and not as WeChat describes it', async () => {
    const bodies = ['no json', '[]', '7', 'null', '{"Event":7}', '{"Event":"wxa_media_check"}'];
    for (const body of [...bodies, '{"Event":"subscribe_msg_popup_event","FromUserName":"x","List":3}'])
      expect((await ask(sealed(body))).status, body).toBe(400);
  });

  it('notes what the machine says of a picture whose trace is ours, and no other', async () => {
    const person = await newPerson();
    wechat.state.seenAt.set(person.openid, Date.now());
    const [id, now] = [ulid(), new Date()];
    await createPhotoItem({
      id,
      owner: person.id,
      state: 'uploading',
      check: 'pending',
      createdAt: now.toISOString(),
    });
    const trace = await requestMediaCheck({ mediaUrl: `${wechat.base}/`, openid: person.openid });
    const event = { Event: 'wxa_media_check', appid: 'a', trace_id: trace, version: 2, errcode: 0 };
    const risky = { ...event, result: { suggest: 'risky', label: '20001' } };
    expect((await push(risky)).status).toBe(404);
    await saveCheckTrace(trace, id, now);
    expect(await push(risky)).toEqual(SUCCESS);
    expect((await findPhotos([id]))[0]?.check).toBe('risky');
    const unseen = { ...event, errcode: -1008, result: undefined };
    for (const late of [unseen, { ...event, result: { suggest: 'pass' } }]) {
      expect(await push(late)).toEqual(SUCCESS);
      expect((await findPhotos([id]))[0]?.check).toBe('risky');
    }
  });

  it('notes that the machine could not look at a picture', async () => {
    const { id: owner } = await newPerson();
    const [id, trace, now] = [ulid(), ulid(), new Date()];
    await createPhotoItem({
      id,
      owner,
      state: 'uploading',
      check: 'pending',
      createdAt: now.toISOString(),
    });
    await saveCheckTrace(trace, id, now);
    expect(await push({ Event: 'wxa_media_check', trace_id: trace, errcode: -1008 })).toEqual(SUCCESS);
    expect((await findPhotos([id]))[0]?.check).toBe('failed');
  });

  it('forgets the telephone number or the name that a person takes back', async () => {
    const person = await newPerson();
    await updatePerson(person.id, { nickname: '小王', phone: { encrypted: 'x', masked: '138****5678' } });
    const revoke = { Event: 'user_authorization_revoke', OpenID: person.openid };
    await push({ ...revoke, RevokeInfo: '13' });
    expect((await findPerson(person.id))?.phone?.masked).toBe('138****5678');
    await push({ ...revoke, RevokeInfo: '8' });
    expect(await findPerson(person.id)).toMatchObject({ nickname: '小王', phone: undefined });
    await push({ ...revoke, RevokeInfo: '13,19' });
    expect((await findPerson(person.id))?.nickname).toBeUndefined();
  });

  it('deletes the account of a person who ends it in WeChat, once and for all', async () => {
    const person = await newPerson();
    const cancel = { Event: 'user_authorization_cancellation', OpenID: person.openid, CreateTime: 1 };
    expect(await push(cancel)).toEqual(SUCCESS);
    expect(await findPerson(person.id)).toBeUndefined();
    expect(await push({ ...cancel, CreateTime: 2 })).toEqual(SUCCESS);
  });

  it('answers success to events that mean nothing here, and to those about nobody', async () => {
    expect(await push({ MsgType: 'text', Content: '你好' })).toEqual(SUCCESS);
    expect(await push({ Event: 'weapp_audit_success' })).toEqual(SUCCESS);
    expect(await push(popup('nobody', accepted('t-1')))).toEqual(SUCCESS);
  });
});
