import { createHash, randomInt } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItem } from './find-items.ts';
import { expiresAt, isExpired, SCHEMA_VERSION, strings } from './items.ts';
import { handOverKey, keyAttributes } from './keys.ts';
import type { WriteOperation } from './transact.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 12;

/** A place that its owner offers to whoever has the code. */
export type HandOver = { place: string; owner: string };

/** Only a hash of the code is kept: whoever reads the table takes nothing over. */
const keyOf = (code: string) => handOverKey(createHash('sha256').update(code).digest('base64url'));

/** Keeps an offer until it ends; answers its code. */
export const createHandOver = async ({ place, owner }: HandOver, until: Date): Promise<string> => {
  const code = Array.from({ length: CHARACTERS }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join('');
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: { ...strings({ ...keyOf(code), place, owner }), ...expiresAt(until), ...SCHEMA_VERSION },
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
  return code;
};

/** The offer of a code. Throws `not_found` for none (any more), `code_expired` for one that has ended. */
export const getHandOver = async (code: string, now: Date): Promise<HandOver> => {
  const item = await findItem(keyOf(code));
  if (!item) throw new DomainError('not_found', 'body code');
  if (isExpired(item, now)) throw new DomainError('code_expired', 'body code');
  return { place: item.place?.S ?? '', owner: item.owner?.S ?? '' };
};

/** The write that uses a code up; refused as `not_found` where somebody was faster. */
export const useHandOver = (code: string): WriteOperation => ({
  item: {
    Delete: {
      TableName: tableName,
      Key: keyAttributes(keyOf(code)),
      ConditionExpression: 'attribute_exists(PK)',
    },
  },
  refusal: new DomainError('not_found', 'body code'),
});
