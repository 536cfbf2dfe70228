import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, tableName } from '../../functions/runtime/dynamo.ts';
import type { Item } from '../../functions/store/find-items.ts';

/** Everything in a partition of the table of this test file, in the order of its sort keys. */
export const itemsOf = async (partition: string): Promise<Item[]> => {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'PK = :partition',
      ExpressionAttributeValues: { ':partition': { S: partition } },
      ConsistentRead: true,
    }),
  );
  return Items;
};

/** Every item of the table whose partition begins so: no request ever reads like this. */
export const itemsUnder = async (prefix: string): Promise<Item[]> => {
  const found: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await dynamo.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'begins_with(PK, :prefix)',
        ExpressionAttributeValues: { ':prefix': { S: prefix } },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
};
