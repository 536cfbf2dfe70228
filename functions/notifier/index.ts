import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logError } from '../runtime/log.ts';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { deliverMessage } from '../store/deliver-message.ts';
import type { Item } from '../store/find-items.ts';
import { readOutboxItem } from '../store/outbox.ts';
import { tokenStore } from '../store/wechat-token.ts';

shareAccessToken(tokenStore);

/**
 * Hears what the table writes and sends on what is new in the outbox. What WeChat refuses is tried again by the clock;
 * only what could not even be noted is asked for again from the stream, from the first such record on.
 */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const now = new Date();
  const outcomes = await Promise.allSettled(Records.map((record) => sendOn(record, now)));
  const first = outcomes.findIndex(({ status }) => status === 'rejected');
  const itemIdentifier = Records[first]?.dynamodb?.SequenceNumber;
  for (const outcome of outcomes) if (outcome.status === 'rejected') logError(outcome.reason, 'notifier', '');
  return { batchItemFailures: itemIdentifier === undefined ? [] : [{ itemIdentifier }] };
};

/** Tries what nobody has tried: the claims and failures of later tries come by here as well. */
const sendOn = async ({ dynamodb }: DynamoDBRecord, now: Date): Promise<void> => {
  const item = readOutboxItem(dynamodb?.NewImage as Item | undefined);
  if (item && !item.isParked && item.attempts === 0) await deliverMessage(item, now);
};
