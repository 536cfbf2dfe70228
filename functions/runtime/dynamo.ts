import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { env } from './env.ts';

/** The client of every store. Tries a throttled or lost request three times in all. */
export const dynamo = new DynamoDBClient({
  maxAttempts: 3,
  ...(env.DYNAMODB_ENDPOINT && { endpoint: env.DYNAMODB_ENDPOINT }),
});

/** The name of the one table. */
export const tableName = env.TABLE_NAME;
