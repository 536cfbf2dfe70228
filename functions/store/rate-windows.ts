import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import type { RateLimit } from '../../shared/api/route.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes } from './keys.ts';
import { rateWindowKey } from './person-keys.ts';
import { saltedHash } from './salted-hash.ts';

/**
 * Counts a call in the window that `now` lies in; windows begin at whole multiples of their length. The caller
 * stands in the table as a salted hash of this one window, from which neither an address nor a person can be read.
 * @throws DomainError `too_many_requests` beyond the limit, with the seconds until the next window as `Retry-After`.
 */
export const countCall = async (
  { operationId, caller, limit }: { operationId: string; caller: string; limit: RateLimit },
  now: Date,
): Promise<void> => {
  const seconds = Math.floor(now.getTime() / 1000);
  const begin = seconds - (seconds % limit.seconds);
  const end = begin + limit.seconds;
  const hash = await saltedHash([operationId, caller, `${begin}`]);
  const { Attributes } = await dynamo.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: keyAttributes(rateWindowKey(hash)),
      UpdateExpression: 'ADD calls :one SET expiresAt = :end, schemaVersion = :one',
      ExpressionAttributeValues: { ':one': { N: '1' }, ':end': { N: `${end}` } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  if (Number(Attributes?.calls?.N) <= limit.calls) return;
  throw new DomainError('too_many_requests', `at most ${limit.calls} calls in ${limit.seconds} s`, {
    headers: { 'retry-after': `${end - seconds}` },
  });
};
