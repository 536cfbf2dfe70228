import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/clock/index.ts';
import { passTime, TIMED_STATES } from '../../../functions/clock/pass-time.ts';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { personPartition } from '../../../functions/store/keys.ts';
import { messageOperations } from '../../../functions/store/messages.ts';
import { findOutboxItem } from '../../../functions/store/outbox.ts';
import { findPlace } from '../../../functions/store/places.ts';
import { queryWholeIndex } from '../../../functions/store/query-index.ts';
import { reminderOperations } from '../../../functions/store/reminders.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { addCredits } from '../../../functions/store/subscriptions.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { Message } from '../../../shared/message/message.ts';
import type { Place } from '../../../shared/place/place.ts';
import { wechat } from '../../support/own-table.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { signedIn } from '../../support/signed-in.ts';

const change = { by: 'command:test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
const at = (local: string) => new Date(`${local}+08:00`);
const ring = (local: string) => handler({ time: at(local).toISOString() });

const given = async (more: Partial<Place> = {}): Promise<Place> => {
  const { person } = await signedIn();
  const place = samplePlace({ owner: person.id, ...more });
  await savePlaces([{ after: place, change }], { newId: ulid });
  return place;
};

const inboxOf = async ({ owner = '' }: Place): Promise<Message[]> =>
  (await queryWholeIndex('person', { partition: personPartition(owner, 'message') })).map(
    ({ message }) => JSON.parse(message?.S ?? '') as Message,
  );

const historyOf = async ({ id }: Place) => {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :change)',
      ExpressionAttributeValues: { ':pk': { S: `PLACE#${id}` }, ':change': { S: 'CHANGE#' } },
    }),
  );
  return Items.map(({ by, reason }) => [by?.S, reason?.S]);
};

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
});

describe('the clock', () => {
  it('opens a place whose owner’s pause is over, with its history, and tells the owner, once', async () => {
    const suspension = {
      reason: '装修',
      until: at('2026-11-20T18:00:00').toISOString(),
      by: 'owner',
    } as const;
    const place = await given({ state: 'suspended', suspension });
    await ring('2026-11-20T17:59:00');
    expect((await findPlace(place.id))?.state).toBe('suspended');
    await ring('2026-11-20T18:00:00');
    await ring('2026-11-20T18:00:00');
    expect(await findPlace(place.id)).toMatchObject({ state: 'published', version: 2 });
    expect((await findPlace(place.id))?.suspension).toBeUndefined();
    expect((await historyOf(place)).slice(1)).toEqual([['clock', 'pause_over']]);
    expect((await inboxOf(place)).map(({ kind }) => kind)).toEqual(['place_resumed']);
  });

  it('ends pauses at every ring, and reads the places that are open once an hour', async () => {
    await ring('2025-03-01T08:00:00');
    const until = at('2025-03-01T08:30:00').toISOString();
    const paused = await given({ state: 'suspended', suspension: { reason: '装修', until, by: 'owner' } });
    const overdue = await given({ confirmBy: '2025-02-01' });
    await ring('2025-03-01T08:55:00');
    const stateOf = async ({ id }: Place) => (await findPlace(id))?.state;
    expect([await stateOf(paused), await stateOf(overdue)]).toEqual(['published', 'published']);
    await ring('2025-03-01T09:00:00');
    expect(await stateOf(overdue)).toBe('suspended');
  });

  it('reminds the owner 30, 7 and 0 days before, then closes the place, each once, and deletes nothing', async () => {
    const place = await given({ confirmBy: '2026-12-20' });
    for (const day of ['11-19', '11-20', '11-25', '12-13', '12-19', '12-20', '12-21', '12-22']) {
      await ring(`2026-${day}T00:00:00`);
      await ring(`2026-${day}T12:00:00`);
    }
    expect((await inboxOf(place)).map(({ kind, values }) => [kind, values.days])).toEqual([
      ['confirmation_due', '30'],
      ['confirmation_due', '7'],
      ['confirmation_due', '0'],
      ['confirmation_overdue', undefined],
    ]);
    expect(await findPlace(place.id)).toMatchObject({
      state: 'suspended',
      suspension: { by: 'overdue' },
      confirmBy: '2026-12-20',
      version: 2,
    });
    expect((await historyOf(place)).slice(1)).toEqual([['clock', 'confirmation_overdue']]);
  });

  it('reminds and changes once where two clocks ring at the same time', async () => {
    const reminded = await given({ confirmBy: '2027-06-30' });
    const closed = await given({ confirmBy: '2027-05-01' });
    const now = at('2027-06-01T09:00:00');
    await Promise.all([1, 2, 3].map(() => passTime(TIMED_STATES, { now, newId: ulid })));
    expect(await inboxOf(reminded)).toHaveLength(1);
    expect(await inboxOf(closed)).toHaveLength(1);
    expect((await findPlace(closed.id))?.version).toBe(2);
  });

  it('refuses a reminder that was sent already, and one about a place that was changed meanwhile', async () => {
    const place = await given();
    const reminder = { stage: 30, daysLeft: 30, confirmBy: '2027-09-30' };
    await transact(reminderOperations(place, reminder));
    await expect(transact(reminderOperations(place, reminder))).rejects.toMatchObject({ code: 'conflict' });
    const changed = { ...place, version: 2 };
    await expect(transact(reminderOperations(changed, { ...reminder, stage: 7 }))).rejects.toMatchObject({
      code: 'precondition_failed',
    });
  });

  it('leaves the counts of the map as they are: a closed place is still shown', async () => {
    await given({ confirmBy: '2027-07-01', subdistrict: '310105001' });
    const countsOf = async () =>
      (await listSubdistricts()).find(({ subdistrict }) => subdistrict.code === '310105001')?.counts;
    const before = await countsOf();
    await ring('2027-07-02T00:00:00');
    expect(await countsOf()).toEqual(before);
  });

  it('goes on with the others where one place cannot be looked after, and says so in the end', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = await given({ confirmBy: '2028-01-01', name: 'x' });
    const fine = await given({ confirmBy: '2028-01-01' });
    let calls = 0;
    const newId = () => {
      calls += 1;
      if (calls === 1) throw new Error('no id');
      return ulid();
    };
    expect(await passTime(TIMED_STATES, { now: at('2028-01-02T00:00:00'), newId })).toBe(1);
    const states = await Promise.all([broken, fine].map(async ({ id }) => (await findPlace(id))?.state));
    expect(states.toSorted()).toEqual(['published', 'suspended']);
    said.mockRestore();
  });

  it('tries messages that are due, also those the notifier never heard of, and leaves the others alone', async () => {
    const { person } = await signedIn();
    const template = 'template-of-place_retired';
    await addCredits(person.id, [template]);
    await wechat.answerSubscription(person.openid, { [template]: 'accept' });
    const [id, later] = [ulid(), ulid()];
    const message = {
      person: person.id,
      subdistrict: '310105001',
      kind: 'place_retired',
      values: {},
    } as const;
    await transact(messageOperations(message, { id, at: at('2028-02-01T08:00:00').toISOString() }));
    await transact(messageOperations(message, { id: later, at: at('2028-02-01T09:00:00').toISOString() }));
    await ring('2028-02-01T08:30:00');
    expect(wechat.sent.filter(({ openid }) => openid === person.openid)).toHaveLength(1);
    expect(await findOutboxItem(id)).toBeUndefined();
    expect(await findOutboxItem(later)).toBeDefined();
  });
});
