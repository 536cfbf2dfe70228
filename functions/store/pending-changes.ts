import { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import { findItems } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes, pendingChangeKey } from './keys.ts';
import type { WriteOperation } from './transact.ts';

/** The registration of the change under review of each of these places, by place; only of those that have one. */
export const findPendingChanges = async (placeIds: readonly string[]): Promise<Map<string, string>> => {
  const items = await findItems(placeIds.map(pendingChangeKey), 'registrationId');
  return new Map(
    items.flatMap((item, index) => {
      const registration = item?.registrationId?.S;
      return registration === undefined ? [] : [[placeIds[index] as string, registration]];
    }),
  );
};

/** The write that keeps a place to one change under review; refused as `conflict` where there is another. */
export const holdPendingChange = (placeId: string, registrationId: string): WriteOperation => ({
  item: {
    Put: {
      TableName: tableName,
      Item: { ...strings({ ...pendingChangeKey(placeId), registrationId }), ...SCHEMA_VERSION },
      ConditionExpression: 'attribute_not_exists(PK) OR registrationId = :registration',
      ExpressionAttributeValues: { ':registration': { S: registrationId } },
    },
  },
  refusal: new DomainError('conflict', 'another change of this place is under review', { places: [placeId] }),
});

/** The write that ends the wait of a place's change. */
export const releasePendingChange = (placeId: string): WriteOperation => ({
  item: { Delete: { TableName: tableName, Key: keyAttributes(pendingChangeKey(placeId)) } },
});
