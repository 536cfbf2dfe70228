import { createHash } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItems } from './find-items.ts';
import { expiresAt, isExpired, SCHEMA_VERSION, strings } from './items.ts';
import { pushEventKey } from './wechat-keys.ts';

/** WeChat repeats an event for some seconds, and nobody can replay one whose time stamp is five minutes old. */
const KEPT_MS = 3600_000;

/** By its text: a repeated event is encrypted anew. */
const keyOf = (event: string) => pushEventKey(createHash('sha256').update(event).digest('base64url'));

/** Whether an event was handled before. */
export const wasHandled = async (event: string, now: Date): Promise<boolean> => {
  const [item] = await findItems([keyOf(event)], 'expiresAt');
  return item !== undefined && !isExpired(item, now);
};

/**
 * Notes that an event was handled. Only then: an event whose handling failed is handled when WeChat repeats it, and
 * handling one twice at the same moment does no more than handling it once.
 */
export const noteHandled = async (event: string, now: Date): Promise<void> => {
  await dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        ...strings(keyOf(event)),
        ...expiresAt(new Date(now.getTime() + KEPT_MS)),
        ...SCHEMA_VERSION,
      },
    }),
  );
};
