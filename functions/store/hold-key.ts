import type { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import type { WriteOperation } from './transact.ts';

/** Who holds a key: the attribute that names them, and their id. */
export type Holder = { attribute: 'placeId' | 'registrationId'; id: string };

/** The write that keeps a key to one holder; refused where another one has it. */
export const holdKey = (
  key: { PK: string; SK: string },
  { attribute, id }: Holder,
  refusal: DomainError,
): WriteOperation => ({
  item: {
    Put: {
      TableName: tableName,
      Item: { ...strings({ ...key, [attribute]: id }), ...SCHEMA_VERSION },
      ConditionExpression: `attribute_not_exists(PK) OR ${attribute} = :holder`,
      ExpressionAttributeValues: { ':holder': { S: id } },
    },
  },
  refusal,
});
