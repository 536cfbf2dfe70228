import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { MOST_ATTEMPTS, nextTryAt } from '../../shared/message/delivery-pauses.ts';
import { Message } from '../../shared/message/message.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { logAlarm } from '../runtime/log.ts';
import { findItem, type Item } from './find-items.ts';
import { keyAttributes } from './keys.ts';
import { isInOutbox, outboxKey, PENDING_OUTBOX, parkedOutbox } from './message-keys.ts';
import { queryIndex } from './query-index.ts';
import { wasWritten } from './was-written.ts';

/** A message on its way to WeChat, or parked. */
export type OutboxItem = {
  person: string;
  subdistrict: string;
  message: Message;
  /** How many tries were begun. */
  attempts: number;
  /** When it is due; where it is parked, since when. */
  at: string;
  isParked: boolean;
  /** WeChat's error code, or `timeout`. */
  lastError?: string | undefined;
};

const { partitionKey: QUEUE, sortKey: AT } = table.indexes.subdistrict;

/** An item of the outbox as the table or its stream has it; undefined for any other item. */
export const readOutboxItem = (item: Item | undefined): OutboxItem | undefined => {
  if (!item?.PK?.S || !isInOutbox(item.PK.S)) return undefined;
  return {
    person: item.person?.S ?? '',
    subdistrict: item.subdistrict?.S ?? '',
    message: Message.parse(JSON.parse(item.message?.S ?? '')),
    attempts: Number(item.attempts?.N),
    at: item[AT]?.S ?? '',
    isParked: item[QUEUE]?.S !== PENDING_OUTBOX,
    lastError: item.lastError?.S,
  };
};

/** At most `limit` messages that are due, oldest first. */
export const listDueOutbox = async (now: Date, limit: number): Promise<OutboxItem[]> => {
  const { items } = await queryIndex('subdistrict', {
    partition: PENDING_OUTBOX,
    to: now.toISOString(),
    limit,
  });
  return items.flatMap((item) => readOutboxItem(item) ?? []);
};

/** At most `limit` messages of a subdistrict that WeChat would not take, newest first. */
export const listParkedOutbox = async (subdistrict: string, limit: number): Promise<OutboxItem[]> => {
  const { items } = await queryIndex('subdistrict', {
    partition: parkedOutbox(subdistrict),
    newestFirst: true,
    limit,
  });
  return items.flatMap((item) => readOutboxItem(item) ?? []);
};

/** A message in the outbox; undefined once it is sent. */
export const findOutboxItem = async (id: string): Promise<OutboxItem | undefined> =>
  readOutboxItem(await findItem(outboxKey(id)));

/**
 * Takes a message for one try and makes it due again for the next. Undefined where another delivery of the same event
 * has it, or has sent it: of two at once, one tries.
 */
export const claimOutboxItem = async (item: OutboxItem, now: Date): Promise<OutboxItem | undefined> => {
  const attempts = item.attempts + 1;
  const at = nextTryAt(attempts, now).toISOString();
  const isTaken = await updateWhere(item, 'SET attempts = :attempts, #at = :at', {
    ':attempts': { N: `${attempts}` },
    ':at': { S: at },
  });
  return isTaken ? { ...item, attempts, at } : undefined;
};

/** Notes why a claimed message could not be sent; after the last try it is parked. */
export const noteFailedTry = async (item: OutboxItem, error: string, now: Date): Promise<void> => {
  if (item.attempts < MOST_ATTEMPTS) {
    await updateWhere(item, 'SET lastError = :error', { ':error': { S: error } });
    return;
  }
  await updateWhere(item, 'SET lastError = :error, #queue = :queue, #at = :at', {
    ':error': { S: error },
    ':queue': { S: parkedOutbox(item.subdistrict) },
    ':at': { S: now.toISOString() },
  });
  logAlarm('outbox', { kind: item.message.kind, error });
};

/** Lets a parked message be tried again from the first try. Throws `wrong_state` where it is not parked any more. */
export const unparkOutboxItem = async (item: OutboxItem, now: Date): Promise<void> => {
  const isTaken = await updateWhere(item, 'SET attempts = :none, #queue = :queue, #at = :at', {
    ':none': { N: '0' },
    ':queue': { S: PENDING_OUTBOX },
    ':at': { S: now.toISOString() },
  });
  if (!isTaken) throw new DomainError('wrong_state', 'it is tried again already');
};

/** Forgets a message that was sent, or that nobody wants. */
export const deleteOutboxItem = async ({ message }: OutboxItem): Promise<void> => {
  await dynamo.send(
    new DeleteItemCommand({ TableName: tableName, Key: keyAttributes(outboxKey(message.id)) }),
  );
};

/** Updates a message where it still stands as it was read; answers whether it did. */
const updateWhere = async (
  { message, attempts, at }: OutboxItem,
  UpdateExpression: string,
  values: Item,
): Promise<boolean> => {
  const names = { '#at': AT, ...(UpdateExpression.includes('#queue') && { '#queue': QUEUE }) };
  return wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(outboxKey(message.id)),
        UpdateExpression,
        ConditionExpression: 'attempts = :seen AND #at = :seenAt',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ':seen': { N: `${attempts}` }, ':seenAt': { S: at } },
      }),
    ),
  );
};
