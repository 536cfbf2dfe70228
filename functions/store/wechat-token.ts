import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import type { TokenStore } from '../runtime/wechat/access-tokens.ts';
import { findItem } from './find-items.ts';
import { expiresAt, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { wasWritten } from './was-written.ts';
import { ACCESS_TOKEN_KEY, FORCED_REFRESHES_KEY } from './wechat-keys.ts';

const DAY_MS = 86_400_000;
/** What WeChat allows, with a second to spare between two clocks. */
const MOST_FORCED = 20;
const BETWEEN_FORCED_MS = 31_000;

/** The access token in the table, where all environments find it, and the guard of forced refreshes. */
export const tokenStore: TokenStore = {
  read: async () => {
    const item = await findItem(ACCESS_TOKEN_KEY);
    const [value, ends] = [item?.token?.S, Number(item?.endsAt?.N)];
    return value !== undefined && Number.isFinite(ends) ? { value, expiresAt: ends } : undefined;
  },

  save: async ({ value, expiresAt: ends }) => {
    await dynamo.send(
      new PutItemCommand({
        TableName: tableName,
        Item: {
          ...strings({ ...ACCESS_TOKEN_KEY, token: value }),
          endsAt: { N: `${ends}` },
          ...expiresAt(new Date(ends)),
          ...SCHEMA_VERSION,
        },
      }),
    );
  },

  claimForcedRefresh: async (now) => {
    const item = await findItem(FORCED_REFRESHES_KEY);
    const before = item?.forced?.S;
    const forced = Forced.parse(JSON.parse(before ?? '[]'));
    const after = afterForcing(forced, now.getTime());
    if (!after) return false;
    return wasWritten(
      dynamo.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: keyAttributes(FORCED_REFRESHES_KEY),
          UpdateExpression: 'SET forced = :after, schemaVersion = :one',
          ConditionExpression: before === undefined ? 'attribute_not_exists(PK)' : 'forced = :before',
          ExpressionAttributeValues: {
            ':after': { S: JSON.stringify(after) },
            ':one': { N: '1' },
            ...(before !== undefined && { ':before': { S: before } }),
          },
        }),
      ),
    );
  },
};

const Forced = z.array(z.number());

/** The moments of forced refreshes within a day, with one more now; undefined where WeChat would not allow it. */
export const afterForcing = (forced: readonly number[], now: number): number[] | undefined => {
  const today = forced.filter((at) => now - at < DAY_MS);
  if (today.length >= MOST_FORCED || today.some((at) => now - at < BETWEEN_FORCED_MS)) return undefined;
  return [...today, now];
};
