import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes, MARKER_COUNTER_KEY } from './keys.ts';

/**
 * Takes `count` marker ids that nobody has had, in order. Ids of places that were then not written are lost,
 * which costs nothing: nine digits last for a long time.
 */
export const allocateMarkerIds = async (count: number): Promise<number[]> => {
  if (count === 0) return [];
  const { Attributes } = await dynamo.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: keyAttributes(MARKER_COUNTER_KEY),
      UpdateExpression: 'ADD #last :count SET schemaVersion = :one',
      ExpressionAttributeNames: { '#last': 'last' },
      ExpressionAttributeValues: { ':count': { N: `${count}` }, ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  const last = Number(Attributes?.last?.N);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
};
