import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { table } from '../../shared/table.ts';
import { setEnvironment } from './env.ts';
import { Refusal } from './refusal.ts';

/** The part of `shared/table.ts` that a table is made from. */
export type TableShape = {
  partitionKey: string;
  sortKey: string;
  timeToLive: string;
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

/** How long a table or an index may take: it is empty, or filled from what one machine holds. */
const PATIENCE_MS = 120_000;

/**
 * Makes the table as `shared/table.ts` describes it, or adds to an existing one what it lacks: indexes, and
 * the expiry of items, which a start that was killed half-way has left off. Refuses when the engine does not
 * get a table or an index ready within `patienceMs`.
 */
export async function createTable(
  client: DynamoDBClient,
  tableName: string,
  shape: TableShape = table,
  patienceMs: number = PATIENCE_MS,
): Promise<TableState> {
  const engine: Engine = { client, tableName, patienceMs };
  const existing = await findTable(engine);
  if (existing === undefined) await makeTable(engine, shape);
  await waitUntilActive(engine);
  const addedIndexes = existing ? await addMissingIndexes(engine, existing, shape) : [];
  await ensureTimeToLive(engine, shape);
  return { created: existing === undefined, addedIndexes };
}

type Engine = { client: DynamoDBClient; tableName: string; patienceMs: number };

/**
 * Without the table's stream: nothing on this machine reads it, and the embedded engine searches all records that
 * nobody read at each write, so that writing slows down as the table grows.
 */
async function makeTable({ client, tableName }: Engine, shape: TableShape): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes([shape, ...Object.values(shape.indexes)]),
      KeySchema: keySchema(shape),
      GlobalSecondaryIndexes: Object.values(shape.indexes).map(indexOf),
    }),
  );
}

async function ensureTimeToLive({ client, tableName }: Engine, shape: TableShape): Promise<void> {
  const { TimeToLiveDescription: present } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: tableName }),
  );
  // Switching it on a second time is an error.
  if (present?.TimeToLiveStatus === 'ENABLED' || present?.TimeToLiveStatus === 'ENABLING') return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: shape.timeToLive },
    }),
  );
}

async function addMissingIndexes(
  engine: Engine,
  existing: TableDescription,
  shape: TableShape,
): Promise<string[]> {
  const present = new Set(existing.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  const missing = Object.values(shape.indexes).filter((index) => !present.has(index.name));
  for (const index of missing) {
    // DynamoDB makes one index at a time, and refuses the next while one is being filled.
    await engine.client.send(
      new UpdateTableCommand({
        TableName: engine.tableName,
        AttributeDefinitions: attributes([shape, index]),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    );
    await waitUntilActive(engine);
  }
  return missing.map((index) => index.name);
}

async function findTable({ client, tableName }: Engine): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function waitUntilActive(engine: Engine): Promise<void> {
  const deadline = performance.now() + engine.patienceMs;
  for (;;) {
    const description = await findTable(engine);
    const states = [
      description?.TableStatus,
      ...(description?.GlobalSecondaryIndexes ?? []).map((index) => index.IndexStatus),
    ];
    if (states.every((state) => state === 'ACTIVE')) return;
    if (performance.now() > deadline) {
      const seconds = Math.round(engine.patienceMs / 1000);
      const state = states.map((name) => name ?? 'gone').join(', ');
      throw new Refusal(`The table ${engine.tableName} was not ready within ${seconds} s (${state}).`);
    }
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
