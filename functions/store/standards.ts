import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { Standard } from '../../shared/coverage/standard.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { standardsKey } from './planning-keys.ts';
import { settingsChangeKey } from './registration-keys.ts';
import { transact } from './transact.ts';

/** The distances that a subdistrict sets itself; version 0 are none. */
export type OwnStandards = { standards: Standard[]; version: number };

export const getOwnStandards = async (subdistrict: string): Promise<OwnStandards> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: tableName,
      Key: keyAttributes(standardsKey(subdistrict)),
      ConsistentRead: true,
    }),
  );
  return readOwnStandards(Item);
};

/** The distances that an item holds; none without an item. */
export const readOwnStandards = (item: Item | undefined): OwnStandards =>
  item
    ? {
        standards: z.array(Standard).parse(JSON.parse(item.standards?.S ?? '')),
        version: Number(item.version?.N),
      }
    : { standards: [], version: 0 };

/**
 * Replaces the distances of a subdistrict, in one transaction with the entry of the history.
 * @throws DomainError `precondition_failed` when somebody changed them meanwhile.
 */
export const saveOwnStandards = async (
  subdistrict: string,
  { before, standards }: { before: OwnStandards; standards: Standard[] },
  { change, newId }: { change: Authorship; newId: () => string },
): Promise<OwnStandards> => {
  const after = { standards, version: before.version + 1 };
  await transact([
    {
      item: {
        Put: {
          TableName: tableName,
          Item: {
            ...strings({ ...standardsKey(subdistrict), standards: JSON.stringify(standards) }),
            version: { N: `${after.version}` },
            ...SCHEMA_VERSION,
          },
          ...(before.version === 0
            ? { ConditionExpression: 'attribute_not_exists(PK)' }
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': { N: `${before.version}` } },
              }),
        },
      },
      refusal: new DomainError('precondition_failed', 'the standards were changed meanwhile'),
    },
    {
      item: {
        Put: {
          TableName: tableName,
          Item: changeItem(settingsChangeKey(subdistrict, newId()), {
            subject: { type: 'settings', id: subdistrict },
            subdistrict,
            before: { standards: before.standards },
            after: { standards },
            change,
          }),
        },
      },
    },
  ]);
  return after;
};
