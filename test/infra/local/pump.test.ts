import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Pump, startPump } from '../../../infra/local/pump.ts';
import { table } from '../../../shared/table.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';

type Told = {
  Records: {
    eventName: string;
    dynamodb: { SequenceNumber: string; NewImage: { PK: { S: string }; attempts: { N: string } } };
  }[];
};

let engine: TestEngine;
let pump: Pump;
/** What the notifier was told, as `INSERT OUTBOX#1 0`. */
let told: string[];
/** What the notifier answers to the next events, one after the other. */
let answers: ((event: Told) => unknown)[];

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

beforeEach(() => {
  told = [];
  answers = [];
  const notify = async (given: object) => {
    const event = given as Told;
    told.push(
      ...event.Records.map(
        ({ eventName, dynamodb: { NewImage } }) => `${eventName} ${NewImage.PK.S} ${NewImage.attempts.N}`,
      ),
    );
    const answer = answers.shift();
    return answer ? answer(event) : { batchItemFailures: [] };
  };
  pump = startPump(engine.client, engine.tableName, notify, { isPolling: false });
});

const { partitionKey, sortKey } = table.indexes.subdistrict;

const put = (id: number, attempts = 0, queue: string = table.pendingOutbox) =>
  engine.client.send(
    new PutItemCommand({
      TableName: engine.tableName,
      Item: {
        PK: { S: `OUTBOX#${id}` },
        SK: { S: 'OUTBOX' },
        [partitionKey]: { S: queue },
        [sortKey]: { S: `2026-11-20T00:00:0${id}.000Z` },
        attempts: { N: `${attempts}` },
      },
    }),
  );

const remove = (id: number) =>
  engine.client.send(
    new DeleteItemCommand({
      TableName: engine.tableName,
      Key: { PK: { S: `OUTBOX#${id}` }, SK: { S: 'OUTBOX' } },
    }),
  );

it('tells of each item once, in its order, and again when it was changed', async () => {
  await put(2);
  await put(1);
  await put(3, 0, 'SUB#310105001#outbox#parked');
  expect(await pump.run()).toBe(2);
  expect(await pump.run()).toBe(0);
  await put(1, 1);
  expect(await pump.run()).toBe(1);
  expect(told).toEqual(['INSERT OUTBOX#1 0', 'INSERT OUTBOX#2 0', 'MODIFY OUTBOX#1 1']);
  await Promise.all([1, 2, 3].map(remove));
});

it('tells again from the first that the notifier could not take', async () => {
  await Promise.all([1, 2, 3].map((id) => put(id)));
  answers = [
    ({ Records }) => ({ batchItemFailures: [{ itemIdentifier: Records[1]?.dynamodb.SequenceNumber }] }),
  ];
  await pump.run();
  told = [];
  await pump.run();
  expect(told).toEqual(['INSERT OUTBOX#2 0', 'INSERT OUTBOX#3 0']);
  await Promise.all([1, 2, 3].map(remove));
});

it('tells everything again when the notifier crashed, and does not stumble over a pass that failed', async () => {
  await put(1);
  answers = [
    () => undefined,
    () => {
      throw new Error('broken on purpose');
    },
  ];
  await pump.run();
  await expect(pump.run()).rejects.toThrow('broken on purpose');
  expect(await pump.run()).toBe(1);
  expect(told).toEqual(['INSERT OUTBOX#1 0', 'INSERT OUTBOX#1 0', 'INSERT OUTBOX#1 0']);
  await remove(1);
});

it('tells of an item that left and came back as of a new one', async () => {
  await put(1);
  await pump.run();
  await remove(1);
  await pump.run();
  await put(1);
  await pump.run();
  expect(told).toEqual(['INSERT OUTBOX#1 0', 'INSERT OUTBOX#1 0']);
  await remove(1);
});
