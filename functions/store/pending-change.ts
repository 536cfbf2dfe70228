import { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes, pendingChangeKey } from './keys.ts';
import type { WriteOperation } from './transact.ts';

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
