import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { ulid } from 'ulid';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/notifier/index.ts';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { deliverMessage } from '../../../functions/store/deliver-message.ts';
import { keyAttributes } from '../../../functions/store/keys.ts';
import { outboxKey } from '../../../functions/store/message-keys.ts';
import { messageOperations } from '../../../functions/store/messages.ts';
import {
  findOutboxItem,
  listDueOutbox,
  listParkedOutbox,
  type OutboxItem,
} from '../../../functions/store/outbox.ts';
import { addCredits, findCredits } from '../../../functions/store/subscriptions.ts';
import { transact } from '../../../functions/store/transact.ts';
import { handler as wechatHandler } from '../../../functions/wechat/index.ts';
import type { ParkedNotification } from '../../../shared/api/wechat-routes.ts';
import type { MessageKind } from '../../../shared/message/message.ts';
import { askFunction } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';
import { signedIn } from '../../support/signed-in.ts';

const SUBDISTRICT = '310105001';
const TEMPLATE = 'template-of-registration_approved';
const MINUTE = 60_000;

/** Somebody who is told something, and may be told through WeChat `credits` times. */
const told = async ({ credits = 1, kind = 'registration_approved' as MessageKind } = {}) => {
  const { person } = await signedIn();
  for (let count = 0; count < credits; count++) {
    await addCredits(person.id, [TEMPLATE]);
    await wechat.answerSubscription(person.openid, { [TEMPLATE]: 'accept' });
  }
  const [id, at] = [ulid(), new Date().toISOString()];
  const message = { person: person.id, subdistrict: SUBDISTRICT, kind, values: { name: '华阳社区食堂' } };
  await transact(messageOperations(message, { id, at }));
  return { person, id };
};

/** What the stream says of an item of the outbox as it is now. */
const recordOf = async (id: string, sequence = '1'): Promise<DynamoDBRecord> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(outboxKey(id)) }),
  );
  return { eventName: 'INSERT', dynamodb: { NewImage: Item as never, SequenceNumber: sequence } };
};

const notify = async (...records: DynamoDBRecord[]) => handler({ Records: records });
const sentTo = (openid: string) => wechat.sent.filter((message) => message.openid === openid);

/** Fails every try of a message from now on, and lets the time of the next one come each time. */
const failUntilParked = async (id: string, errcode: number) => {
  let now = new Date(Date.now() + 1000);
  for (let attempt = 1; ; attempt++) {
    const item = await findOutboxItem(id);
    if (!item || item.isParked) return attempt - 1;
    wechat.setNext('subscribeMessage.send', { errcode });
    now = new Date(Math.max(now.getTime(), Date.parse(item.at)));
    await deliverMessage(item, now);
  }
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe('the notifier', () => {
  it('sends what somebody allowed, once, takes the credit and clears the outbox', async () => {
    const { person, id } = await told();
    expect(await notify(await recordOf(id))).toEqual({ batchItemFailures: [] });
    expect(sentTo(person.openid)).toEqual([
      expect.objectContaining({
        templateId: TEMPLATE,
        data: expect.objectContaining({ thing1: '华阳社区食堂', phrase2: '审核通过' }),
      }),
    ]);
    expect(await findCredits(person.id)).toEqual({});
    expect(await findOutboxItem(id)).toBeUndefined();
  });

  it('sends once where the same event is delivered twice, at the same time and later', async () => {
    const { person, id } = await told({ credits: 3 });
    const record = await recordOf(id);
    await Promise.all([notify(record), notify(record), notify(record)]);
    await notify(record);
    expect(sentTo(person.openid)).toHaveLength(1);
    expect(await findCredits(person.id)).toEqual({ [TEMPLATE]: 2 });
  });

  it('asks WeChat nothing for somebody who allowed nothing', async () => {
    const { id } = await told({ credits: 0 });
    const before = wechat.calls.length;
    await notify(await recordOf(id));
    expect(wechat.calls).toHaveLength(before);
    expect(await findOutboxItem(id)).toBeUndefined();
  });

  it('drops the credit where WeChat says that it is not allowed', async () => {
    const { person, id } = await told();
    wechat.setNext('subscribeMessage.send', { errcode: 43101 });
    await notify(await recordOf(id));
    expect(await findCredits(person.id)).toEqual({});
    expect(await findOutboxItem(id)).toBeUndefined();
  });

  it.each([
    ['an error', { errcode: 43108 }, '43108'],
    ['no answer', { hangUp: true as const }, 'timeout'],
  ])('keeps a message after %s for a later try, with its credit', async (_, bend, lastError) => {
    const { person, id } = await told();
    wechat.setNext('subscribeMessage.send', bend);
    expect(await notify(await recordOf(id))).toEqual({ batchItemFailures: [] });
    const item = (await findOutboxItem(id)) as OutboxItem;
    expect(item).toMatchObject({ attempts: 1, isParked: false, lastError });
    expect(Date.parse(item.at)).toBeGreaterThan(Date.now() + MINUTE / 2);
    expect(await findCredits(person.id)).toEqual({ [TEMPLATE]: 1 });
    await notify(await recordOf(id));
    expect(sentTo(person.openid)).toEqual([]);
    expect((await listDueOutbox(new Date(), 100)).map(({ message }) => message.id)).not.toContain(id);
    expect((await listDueOutbox(new Date(item.at), 100)).map(({ message }) => message.id)).toContain(id);
    await deliverMessage(item, new Date(item.at));
    expect(sentTo(person.openid)).toHaveLength(1);
  });

  it('asks the stream again, from the first record that could not even be noted', async () => {
    const [first, second] = [await told(), await told()];
    const broken = await recordOf(second.id, '2');
    broken.dynamodb = { ...broken.dynamodb, NewImage: { PK: { S: 'OUTBOX#x' }, message: { S: '{' } } };
    const answer = await notify(await recordOf(first.id, '1'), broken);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(sentTo(first.person.openid)).toHaveLength(1);
  });

  it('leaves everything else that the table writes alone', async () => {
    const record = { dynamodb: { NewImage: { PK: { S: 'PLACE#1' } }, SequenceNumber: '1' } };
    expect(await notify(record, { dynamodb: { SequenceNumber: '2' } })).toEqual({ batchItemFailures: [] });
  });
});

describe('a message that WeChat never takes', () => {
  const ask = askFunction(wechatHandler);
  const query = { subdistrict: SUBDISTRICT };

  it('is parked after six tries, where the admin of its subdistrict sees it and tries it again', async () => {
    const { person, id } = await told();
    vi.mocked(console.error).mockClear();
    expect(await failUntilParked(id, 47003)).toBe(6);
    expect(JSON.parse(vi.mocked(console.error).mock.lastCall?.[0])).toMatchObject({
      alarm: true,
      source: 'outbox',
      error: '47003',
    });
    expect((await listParkedOutbox(SUBDISTRICT, 10)).map(({ message }) => message.id)).toContain(id);
    const { headers } = await signedIn({ role: 'subdistrict_admin', subdistrict: SUBDISTRICT });
    const listed = (await ask('listParkedNotifications', { query, headers })).json<{
      notifications: ParkedNotification[];
    }>().notifications;
    expect(listed.find((parked) => parked.id === id)).toEqual({
      id,
      kind: 'registration_approved',
      person: { id: person.id, memberCode: person.memberCode },
      attempts: 6,
      lastError: '47003',
      parkedAt: expect.any(String),
    });
    const retry = () => ask('retryNotification', { params: { id }, headers });
    expect((await retry()).json()).toEqual({ state: 'pending' });
    expect((await retry()).status).toBe(409);
    await notify(await recordOf(id));
    expect(sentTo(person.openid)).toHaveLength(1);
    expect((await retry()).status).toBe(404);
  });

  it('is hidden from the admin of another subdistrict', async () => {
    const { id } = await told();
    await failUntilParked(id, 40037);
    const { headers } = await signedIn({ role: 'subdistrict_admin', subdistrict: '310109016' });
    expect((await ask('listParkedNotifications', { query, headers })).status).toBe(403);
    expect((await ask('retryNotification', { params: { id }, headers })).status).toBe(403);
    expect((await findOutboxItem(id))?.isParked).toBe(true);
  });
});
