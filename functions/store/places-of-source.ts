import { type AttributeValue, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Place } from '../../shared/place/place.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { placeKey, sourceKey } from './keys.ts';
import { readPlace } from './places.ts';

type Key = { PK: string; SK: string };
type Item = Record<string, AttributeValue>;

/** An id within a source: what makes a place that came from elsewhere unique. */
export type SourceId = { source: string; externalId: string };

/** The ids of the places that hold these ids of sources, in their order; undefined where nobody holds one. */
export const findPlaceIdsOfSource = async (ids: readonly SourceId[]): Promise<(string | undefined)[]> => {
  const keys = ids.map(({ source, externalId }) => sourceKey(source, externalId));
  const items = await findItems(keys, 'PK, placeId');
  return keys.map(({ PK }) => items.get(PK)?.placeId?.S);
};

/** The places with these ids, by id, in whatever state; those that do not exist are absent. */
export const findPlaces = async (ids: readonly string[]): Promise<Map<string, Place>> => {
  const items = await findItems([...new Set(ids)].map(placeKey), 'PK, place');
  const places = [...items.values()].map((item) => readPlace(item.place?.S));
  return new Map(places.map((place) => [place.id, place]));
};

/** Items by their partition key, a hundred at a time, read consistently. */
const findItems = async (keys: readonly Key[], projection: string): Promise<Map<string, Item>> => {
  const found = new Map<string, Item>();
  for (let from = 0; from < keys.length; from += 100) {
    let left: Item[] = unique(keys.slice(from, from + 100)).map(({ PK, SK }) => ({
      PK: { S: PK },
      SK: { S: SK },
    }));
    while (left.length > 0) {
      const request = { [tableName]: { Keys: left, ProjectionExpression: projection, ConsistentRead: true } };
      const { Responses, UnprocessedKeys } = await dynamo.send(
        new BatchGetItemCommand({ RequestItems: request }),
      );
      for (const item of Responses?.[tableName] ?? []) found.set(item.PK?.S ?? '', item);
      left = UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
  }
  return found;
};

const unique = (keys: readonly Key[]): Key[] => [...new Map(keys.map((key) => [key.PK, key])).values()];
