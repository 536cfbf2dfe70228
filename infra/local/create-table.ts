import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { table } from '../../shared/table.ts';
import { setEnvironment } from './env.ts';

/** The part of `shared/table.ts` that a table is made from. */
export type TableShape = {
  partitionKey: string;
  sortKey: string;
  timeToLive: string;
  stream: 'NEW_AND_OLD_IMAGES';
  indexes: Record<
    string,
    { name: string; partitionKey: string; sortKey: string; projection: 'ALL' | readonly string[] }
  >;
};

export type TableState = { created: boolean; addedIndexes: string[] };

/** A client for an engine or account described by a context's environment. */
export function createTableClient(environment: Record<string, string>): DynamoDBClient {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, DYNAMODB_ENDPOINT } =
    environment;
  // The pinned version runs on Node 20; only later ones will not, which is no news for whoever starts the map.
  setEnvironment({ AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  return new DynamoDBClient({
    ...(AWS_REGION === undefined ? {} : { region: AWS_REGION }),
    ...(DYNAMODB_ENDPOINT === undefined ? {} : { endpoint: DYNAMODB_ENDPOINT }),
    ...(AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined
      ? {}
      : {
          credentials: {
            accessKeyId: AWS_ACCESS_KEY_ID,
            secretAccessKey: AWS_SECRET_ACCESS_KEY,
            ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
          },
        }),
  });
}

/** Makes the table as `shared/table.ts` describes it, or adds to an existing one the indexes it lacks. */
export async function createTable(
  client: DynamoDBClient,
  tableName: string,
  shape: TableShape = table,
): Promise<TableState> {
  const existing = await findTable(client, tableName);
  if (existing) return { created: false, addedIndexes: await addMissingIndexes(client, existing, shape) };
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes([shape, ...Object.values(shape.indexes)]),
      KeySchema: keySchema(shape),
      GlobalSecondaryIndexes: Object.values(shape.indexes).map(indexOf),
      StreamSpecification: { StreamEnabled: true, StreamViewType: shape.stream },
    }),
  );
  await waitUntilActive(client, tableName);
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: shape.timeToLive },
    }),
  );
  return { created: true, addedIndexes: [] };
}

async function addMissingIndexes(
  client: DynamoDBClient,
  existing: TableDescription,
  shape: TableShape,
): Promise<string[]> {
  const present = new Set(existing.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  const missing = Object.values(shape.indexes).filter((index) => !present.has(index.name));
  for (const index of missing) {
    // DynamoDB makes one index at a time, and refuses the next while one is being filled.
    await client.send(
      new UpdateTableCommand({
        TableName: existing.TableName,
        AttributeDefinitions: attributes([shape, index]),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    );
    await waitUntilActive(client, existing.TableName ?? '');
  }
  return missing.map((index) => index.name);
}

async function findTable(client: DynamoDBClient, tableName: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function waitUntilActive(client: DynamoDBClient, tableName: string): Promise<void> {
  for (;;) {
    const description = await findTable(client, tableName);
    const states = [
      description?.TableStatus,
      ...(description?.GlobalSecondaryIndexes ?? []).map((index) => index.IndexStatus),
    ];
    if (states.every((state) => state === 'ACTIVE')) return;
    await sleep(50);
  }
}

type Keys = { partitionKey: string; sortKey: string };

const keySchema = ({ partitionKey, sortKey }: Keys) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];

const attributes = (keys: Keys[]): AttributeDefinition[] =>
  keys
    .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
    .map((name) => ({ AttributeName: name, AttributeType: 'S' }));

const indexOf = (index: TableShape['indexes'][string]): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keySchema(index),
  Projection:
    index.projection === 'ALL'
      ? { ProjectionType: 'ALL' }
      : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projection] },
});
