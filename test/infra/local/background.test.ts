import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { table } from '../../../shared/table.ts';
import { startSystem, type TestSystem } from '../../support/system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

async function countPending(): Promise<number> {
  const { name, partitionKey } = table.indexes.subdistrict;
  const { Count } = await system.client.send(
    new QueryCommand({
      TableName: system.tableName,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :queue`,
      ExpressionAttributeValues: { ':queue': { S: table.pendingOutbox } },
    }),
  );
  return Count ?? 0;
}

it('hands what is written into the outbox to the notifier, which leaves nothing behind', async () => {
  // The sample people are told of the roles they were given.
  const reviewer = await system.signIn('demo-reviewer');
  expect(await countPending()).toBeGreaterThan(0);
  await system.settle();
  expect(await countPending()).toBe(0);
  const inbox = await (await reviewer.fetch('/v1/me/messages')).json();
  expect(inbox.messages.map(({ kind }: { kind: string }) => kind)).toContain('grant_given');
});

it('rings the clock at any time', async () => {
  await system.runClock(new Date('2027-11-20T04:00:00Z'));
});
