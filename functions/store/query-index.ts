import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { type TableIndex, table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import type { Item } from './find-items.ts';

export type IndexQuery = {
  partition: string;
  /** Sort keys from and to these, both included. */
  from?: string | undefined;
  to?: string | undefined;
  newestFirst?: boolean;
  limit?: number;
  /** Where an earlier page ended. */
  after?: Item | undefined;
  /** The attributes that are wanted; all of them where none is named. */
  attributes?: readonly string[];
};

/** One page of an index: its items in the order of their sort keys, and where to go on. */
export const queryIndex = async (
  index: TableIndex,
  { partition, from, to, newestFirst = false, limit, after, attributes = [] }: IndexQuery,
): Promise<{ items: Item[]; last: Item | undefined }> => {
  const { name, partitionKey, sortKey } = table.indexes[index];
  const conditions = ['#partition = :partition'];
  if (from !== undefined && to !== undefined) conditions.push('#sort BETWEEN :from AND :to');
  else if (from !== undefined) conditions.push('#sort >= :from');
  else if (to !== undefined) conditions.push('#sort <= :to');
  const page = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: name,
      KeyConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: {
        '#partition': partitionKey,
        ...(conditions.length > 1 && { '#sort': sortKey }),
        ...Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: {
        ':partition': { S: partition },
        ...(from !== undefined && { ':from': { S: from } }),
        ...(to !== undefined && { ':to': { S: to } }),
      },
      ...(attributes.length > 0 && {
        ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
      }),
      ScanIndexForward: !newestFirst,
      ...(limit && { Limit: limit }),
      ...(after && { ExclusiveStartKey: after }),
    }),
  );
  return { items: page.Items ?? [], last: page.LastEvaluatedKey };
};

/** All items of a partition of an index; for partitions that hold hundreds, not millions. */
export const queryWholeIndex = async (
  index: TableIndex,
  query: Omit<IndexQuery, 'after'>,
): Promise<Item[]> => {
  const found: Item[] = [];
  let after: Item | undefined;
  do {
    const { items, last } = await queryIndex(index, { ...query, after });
    found.push(...items);
    after = last;
  } while (after);
  return found;
};
