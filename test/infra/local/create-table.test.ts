import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTable, createTableClient } from '../../../infra/local/create-table.ts';
import { table } from '../../../shared/table.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

it('makes the table that shared/table.ts describes: keys, indexes, expiry', async () => {
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
  const { TimeToLiveDescription } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: tableName }),
  );
  expect(TimeToLiveDescription?.AttributeName).toBe('expiresAt');
});

it('adds missing indexes to a table that has data, and finds the data through them', async () => {
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

  expect(await createTable(client, older)).toEqual({ created: false, addedIndexes: ['GSI2', 'GSI3'] });
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

it('switches expiry on where a start that was killed had not come that far', async () => {
  const { client, tableName } = engine;
  const halfMade = `${tableName}-half`;
  await client.send(
    new CreateTableCommand({
      TableName: halfMade,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
    }),
  );
  expect(await createTable(client, halfMade)).toMatchObject({ created: false });
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: halfMade }));
  expect(TimeToLiveDescription).toEqual({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
});

it('gives up with one sentence on an engine that never gets the table ready', async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify({ Table: { TableName: 'stuck', TableStatus: 'CREATING' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createTableClient({ ...engine.environment, DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` });
  await expect(createTable(client, 'stuck', table, 200)).rejects.toThrow(
    /^The table stuck was not ready within \d+ s \(CREATING\)\.$/,
  );
  client.destroy();
  server.closeAllConnections();
  server.close();
});
