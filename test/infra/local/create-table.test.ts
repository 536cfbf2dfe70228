import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTable } from '../../../infra/local/create-table.ts';
import { table } from '../../../shared/table.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

it('makes the table that shared/table.ts describes: keys, indexes, stream, expiry', async () => {
  const { client, tableName } = engine;
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  expect(Table?.KeySchema).toEqual([
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ]);
  const projections = Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection }) => [
    IndexName,
    Projection,
  ]);
  const expected = Object.values(table.indexes).map(({ name, projection }) => [
    name,
    projection === 'ALL'
      ? { ProjectionType: 'ALL' }
      : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projection] },
  ]);
  expect(projections?.sort()).toEqual(expected.sort());
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
  const { TimeToLiveDescription } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: tableName }),
  );
  expect(TimeToLiveDescription?.AttributeName).toBe('expiresAt');
});

it('adds a missing index to a table that has data, and finds the data through it', async () => {
  const { client, tableName } = engine;
  const older = `${tableName}-older`;
  const { tile } = table.indexes;
  await createTable(client, older, { ...table, indexes: { tile } });
  const item = { PK: 'PLACE#1', SK: 'PLACE', GSI2PK: 'SUB#310105001#place#published', GSI2SK: '2026-11-20' };
  await client.send(
    new PutItemCommand({
      TableName: older,
      Item: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, { S: value }])),
    }),
  );

  expect(await createTable(client, older)).toEqual({ created: false, addedIndexes: ['GSI2'] });
  const { Items } = await client.send(
    new QueryCommand({
      TableName: older,
      IndexName: 'GSI2',
      KeyConditionExpression: 'GSI2PK = :key',
      ExpressionAttributeValues: { ':key': { S: item.GSI2PK } },
    }),
  );
  expect(Items?.map(({ PK }) => PK)).toEqual([{ S: 'PLACE#1' }]);
  expect(await createTable(client, older)).toEqual({ created: false, addedIndexes: [] });
});
