import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import type { RateLimit } from '../../shared/api/route.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes } from './keys.ts';
import { rateWindowKey } from './person-keys.ts';
import { saltedHash } from './salted-hash.ts';

type Call = { operationId: string; caller: string; limit: RateLimit };

/**
 * Counts a call in the window that `now` lies in; windows begin at whole multiples of their length. The caller
 * stands in the table as a salted hash of this one window, from which neither an address nor a person can be read.
 * @throws DomainError `too_many_requests` beyond the limit, with the seconds until the next window as `Retry-After`.
 */
export const countCall = async (call: Call, now: Date): Promise<void> => {
  if (await isWithinLimit(call, now)) return;
  const { calls, seconds } = call.limit;
  const left = seconds - (secondsOf(now) % seconds);
  throw new DomainError('too_many_requests', `at most ${calls} calls in ${seconds} s`, {
    headers: { 'retry-after': `${left}` },
  });
};

/** Counts a call as `countCall` does, and answers whether its limit lets it through. */
export const isWithinLimit = async ({ operationId, caller, limit }: Call, now: Date): Promise<boolean> => {
  const seconds = secondsOf(now);
  const begin = seconds - (seconds % limit.seconds);
  const hash = await saltedHash([operationId, caller, `${begin}`]);
  const { Attributes } = await dynamo.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: keyAttributes(rateWindowKey(hash)),
      UpdateExpression: 'ADD calls :one SET expiresAt = :end, schemaVersion = :one',
      ExpressionAttributeValues: { ':one': { N: '1' }, ':end': { N: `${begin + limit.seconds}` } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(Attributes?.calls?.N) <= limit.calls;
};

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);
