import { DomainError } from '../../shared/api/problem.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { tableName } from '../runtime/dynamo.ts';
import { findItem } from './find-items.ts';
import { holdKey } from './hold-key.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { licenceKey } from './keys.ts';
import { deletion, type WriteOperation } from './transact.ts';

/** The place on the map that a licence belongs to; undefined where there is none. */
export const findPlaceIdOfLicence = async (code: string): Promise<string | undefined> =>
  (await findItem(licenceKey(code)))?.placeId?.S;

/** The write that keeps a licence to one place; refused as `licence_registered` where another place has it. */
export const holdLicence = (code: string, placeId: string): WriteOperation =>
  holdKey(licenceKey(code), { attribute: 'placeId', id: placeId }, registered());

/** The write that sets a licence free with its place. */
export const releaseLicence = (code: string): WriteOperation => deletion(licenceKey(code));

/** The write that hands a licence from one place to another; refused where the first one does not have it. */
export const moveLicence = (code: string, { from, to }: { from: string; to: string }): WriteOperation => ({
  item: {
    Put: {
      TableName: tableName,
      Item: { ...strings({ ...licenceKey(code), placeId: to }), ...SCHEMA_VERSION },
      ConditionExpression: 'placeId = :from',
      ExpressionAttributeValues: { ':from': { S: from } },
    },
  },
  refusal: registered(),
});

const registered = () =>
  new DomainError('licence_registered', 'another place is registered with this licence');

/** The writes that keep a licence to the place on the map that has it, and set free what a place gives up. */
export const licenceMoveOperations = (before: Place | undefined, after: Place): WriteOperation[] => {
  const [had, has] = [before && licenceOf(before), licenceOf(after)];
  if (had === has) return [];
  return [...(had ? [releaseLicence(had)] : []), ...(has ? [holdLicence(has, after.id)] : [])];
};

const licenceOf = (place: Place): string | undefined => (isOnMap(place) ? place.licenceCode : undefined);
