import { randomBytes } from 'node:crypto';
import { DeleteTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { createTable, createTableClient } from '../../infra/local/create-table.ts';
import { contextEnvironment, readLocalEnv } from '../../infra/local/env.ts';

export type TestEngine = {
  client: DynamoDBClient;
  endpoint: string;
  tableName: string;
  /** What a context finds in its environment to work on this table. */
  environment: Record<string, string>;
  close: () => Promise<void>;
};

/** A new, empty table of one's own on the engine that all tests share. */
export async function startEngine(): Promise<TestEngine> {
  const endpoint = inject('engineEndpoint');
  const tableName = `test-${randomBytes(6).toString('hex')}`;
  const environment = contextEnvironment(endpoint, { ...readLocalEnv(), TABLE_NAME: tableName });
  const client = createTableClient(environment);
  await createTable(client, tableName);
  const close = async () => {
    await client.send(new DeleteTableCommand({ TableName: tableName }));
    client.destroy();
  };
  return { client, endpoint, tableName, environment, close };
}
