import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItem } from './find-items.ts';
import { keyAttributes, SEED_KEY } from './keys.ts';

/** Notes that the demo data is being written: only a table that was empty gets this mark. */
export const markSeedBegun = async (): Promise<void> => {
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: { ...keyAttributes(SEED_KEY), schemaVersion: { N: '1' } },
    }),
  );
};

/** Whether the demo data was begun and not finished. */
export const isSeedBegun = async (): Promise<boolean> => (await findItem(SEED_KEY)) !== undefined;

/** Notes that the demo data is complete. */
export const markSeedDone = async (): Promise<void> => {
  await dynamo.send(new DeleteItemCommand({ TableName: tableName, Key: keyAttributes(SEED_KEY) }));
};
