import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { env } from './env.ts';

/**
 * The client of every store. It tries three times in all, and gives up while there is still time to say so: three
 * requests that hang end before the 15 s of a function do.
 */
export const dynamo = new DynamoDBClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  ...(env.DYNAMODB_ENDPOINT && { endpoint: env.DYNAMODB_ENDPOINT }),
});

/** The name of the one table. */
export const tableName = env.TABLE_NAME;
