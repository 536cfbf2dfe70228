import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { Place, type PlaceState } from '../../shared/place/place.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes, placeKey, placesPartition } from './keys.ts';

/** The stored text of a place as a place; a text that is none is a bug, not a bad request. */
export const readPlace = (text: string | undefined): Place => Place.parse(JSON.parse(text ?? ''));

/** A place by its id, in whatever state; undefined where there is none. */
export const findPlace = async (id: string): Promise<Place | undefined> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: tableName,
      Key: keyAttributes(placeKey(id)),
      ProjectionExpression: 'place',
    }),
  );
  return Item && readPlace(Item.place?.S);
};

/** Some places of a subdistrict in one state, in the order of their ids, after a given one. */
export const listPlacesOfSubdistrict = async (
  subdistrict: string,
  state: PlaceState,
  after: string | undefined,
): Promise<{ places: Place[]; isLast: boolean }> => {
  const { name, partitionKey, sortKey } = table.indexes.subdistrict;
  const page = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: name,
      KeyConditionExpression: after ? '#places = :places AND #id > :after' : '#places = :places',
      ExpressionAttributeNames: { '#places': partitionKey, ...(after && { '#id': sortKey }) },
      ExpressionAttributeValues: {
        ':places': { S: placesPartition(subdistrict, state) },
        ...(after && { ':after': { S: after } }),
      },
      ProjectionExpression: 'place',
    }),
  );
  const places = (page.Items ?? []).map(({ place }) => readPlace(place?.S));
  return { places, isLast: page.LastEvaluatedKey === undefined };
};

/** The places of a subdistrict in one state, in the order of their ids, after a given one, as far as one asks for them. */
export async function* readPlacesOfSubdistrict(
  subdistrict: string,
  state: PlaceState,
  start?: string,
): AsyncGenerator<Place> {
  for (let after = start, isLast = false; !isLast; ) {
    const page = await listPlacesOfSubdistrict(subdistrict, state, after);
    yield* page.places;
    ({ isLast } = page);
    after = page.places.at(-1)?.id ?? after;
  }
}

/** All places of a subdistrict in these states, in the order of their ids within each: it has hundreds, not millions. */
export const listAllPlacesOfSubdistrict = async (
  subdistrict: string,
  states: readonly PlaceState[],
): Promise<Place[]> => {
  const found: Place[] = [];
  for (const state of states)
    for await (const place of readPlacesOfSubdistrict(subdistrict, state)) found.push(place);
  return found;
};
