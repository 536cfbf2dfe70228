import { type AttributeValue, BatchGetItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes } from './keys.ts';

type Key = { PK: string; SK: string };

/** An item's attributes by name. */
export type Item = Record<string, AttributeValue>;

/** An item by its key, read consistently; undefined where there is none. */
export const findItem = async (key: Key): Promise<Item | undefined> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(key), ConsistentRead: true }),
  );
  return Item;
};

/** What DynamoDB takes in one batch. */
const MOST_KEYS = 100;
const MOST_ATTEMPTS = 6;

/**
 * Items by key, read consistently, in the order of their keys; undefined where there is none. What a batch
 * leaves unread is asked for again after a growing pause.
 * @throws DomainError `unavailable` when the table never answers all of them.
 */
export const findItems = async (keys: readonly Key[], projection?: string): Promise<(Item | undefined)[]> => {
  const found = new Map<string, Item>();
  const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  for (let from = 0; from < wanted.length; from += MOST_KEYS) {
    for (const item of await readBatch(wanted.slice(from, from + MOST_KEYS).map(keyAttributes), projection)) {
      found.set(nameOf({ PK: item.PK?.S ?? '', SK: item.SK?.S ?? '' }), item);
    }
  }
  return keys.map((key) => found.get(nameOf(key)));
};

const readBatch = async (keys: Item[], projection: string | undefined): Promise<Item[]> => {
  const read: Item[] = [];
  let left = keys;
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > MOST_ATTEMPTS) throw new DomainError('unavailable', 'the table left items unread');
    if (attempt > 1) await delay(Math.random() * 25 * 2 ** attempt);
    const { Responses, UnprocessedKeys } = await dynamo.send(
      new BatchGetItemCommand({
        RequestItems: {
          [tableName]: {
            Keys: left,
            ConsistentRead: true,
            ...(projection && { ProjectionExpression: `PK, SK, ${projection}` }),
          },
        },
      }),
    );
    read.push(...(Responses?.[tableName] ?? []));
    left = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return read;
};

const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;

const delay = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
