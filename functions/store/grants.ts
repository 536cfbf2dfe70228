import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Grant } from '../../shared/access/grant.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItem, type Item } from './find-items.ts';
import { personPartition, queuePartition } from './keys.ts';
import { grantKey } from './person-keys.ts';
import { queryWholeIndex } from './query-index.ts';

/** A role of a person as it is stored; `givenBy` as an authorship names people. */
export type StoredGrant = Grant & {
  id: string;
  person: string;
  givenAt: string;
  givenBy: string;
  version: number;
};

/** Where a system admin's grant stands in place of a subdistrict. */
export const WHOLE_SYSTEM = 'system';

/** A person holds a role in a subdistrict once: its id says which. */
export const grantIdOf = (person: string, { role, subdistrict = WHOLE_SYSTEM }: Grant): string =>
  `${person}.${role}.${subdistrict}`;

/** A grant by its id; undefined where nobody holds it. */
export const findGrant = async (id: string): Promise<StoredGrant | undefined> => {
  const item = await findItem(grantKey(id));
  return item && readGrant(item);
};

/** Whether a grant has a history, though nobody may hold it now. */
export const wasEverGiven = async (id: string): Promise<boolean> => {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#partition = :grant',
      ExpressionAttributeNames: { '#partition': table.partitionKey },
      ExpressionAttributeValues: { ':grant': { S: grantKey(id).PK } },
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  return Items.length > 0;
};

/** The partition of who may do what in a subdistrict. */
export const grantsPartition = (subdistrict: string): string => queuePartition(subdistrict, 'grant', 'given');

/** The grants of a subdistrict, oldest first. */
export const listGrantsOfSubdistrict = async (subdistrict: string): Promise<StoredGrant[]> =>
  (await queryWholeIndex('subdistrict', { partition: grantsPartition(subdistrict) })).map(readGrant);

/** What a person may do, oldest first. */
export const listGrantsOfPerson = async (personId: string): Promise<StoredGrant[]> =>
  (await queryWholeIndex('person', { partition: personPartition(personId, 'grant') })).map(readGrant);

/** What others need to know of a grant. */
export const plainGrant = ({ role, subdistrict, grids }: Grant): Grant => ({
  role,
  ...(subdistrict && { subdistrict }),
  ...(grids && { grids }),
});

const readGrant = (item: Item): StoredGrant => JSON.parse(item.grant?.S ?? '') as StoredGrant;
