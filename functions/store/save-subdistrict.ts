import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes, SUBDISTRICTS_KEY, subdistrictKey } from './keys.ts';

/** What a subdistrict may take, its outline included: it is read with every page. */
export const MOST_SUBDISTRICT_BYTES = 40_000;

/**
 * Writes a subdistrict, new or in place of the one with its code, and names it in the list of all.
 * @throws DomainError `invalid_request` when its outline is too large to be read with every page.
 */
export const saveSubdistrict = async (subdistrict: Subdistrict): Promise<void> => {
  const text = JSON.stringify(subdistrict);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_SUBDISTRICT_BYTES) {
    throw new DomainError(
      'invalid_request',
      `${subdistrict.name} takes ${bytes} bytes, more than ${MOST_SUBDISTRICT_BYTES}`,
    );
  }
  await dynamo.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        {
          Put: {
            TableName: tableName,
            Item: {
              ...keyAttributes(subdistrictKey(subdistrict.code)),
              subdistrict: { S: text },
              schemaVersion: { N: '1' },
            },
          },
        },
        {
          Update: {
            TableName: tableName,
            Key: keyAttributes(SUBDISTRICTS_KEY),
            UpdateExpression: 'ADD codes :code SET schemaVersion = :one',
            ExpressionAttributeValues: { ':code': { SS: [subdistrict.code] }, ':one': { N: '1' } },
          },
        },
      ],
    }),
  );
};
