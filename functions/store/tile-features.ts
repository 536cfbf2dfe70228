import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Tile } from '../../shared/geo/tile.ts';
import type { PlaceFeature } from '../../shared/place/place-summary.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { tilePartition } from './keys.ts';

/** The features of a tile's places that are on the map, ordered by id. One query; more only past 1 MB. */
export const listTileFeatures = async (tile: Tile): Promise<PlaceFeature[]> => {
  const { name, partitionKey } = table.indexes.tile;
  const features: PlaceFeature[] = [];
  let ExclusiveStartKey: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: name,
        KeyConditionExpression: '#tile = :tile',
        ExpressionAttributeNames: { '#tile': partitionKey },
        ExpressionAttributeValues: { ':tile': { S: tilePartition(tile) } },
        ProjectionExpression: 'summary',
        ExclusiveStartKey,
      }),
    );
    for (const { summary } of page.Items ?? []) features.push(JSON.parse(summary?.S ?? '') as PlaceFeature);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return features;
};
