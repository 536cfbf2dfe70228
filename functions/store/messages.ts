import type { Message, MessageKind } from '../../shared/message/message.ts';
import { tableName } from '../runtime/dynamo.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { personIndexKey, subdistrictIndexKey } from './keys.ts';
import { messageKey, outboxKey, PENDING_OUTBOX } from './message-keys.ts';
import type { WriteOperation } from './transact.ts';

/** What somebody is to be told. */
export type NewMessage = {
  person: string;
  /** Whose staff see it where WeChat will not take it. Absent: it is told in the inbox alone, for nobody would. */
  subdistrict: string | undefined;
  kind: MessageKind;
  values: Record<string, string>;
  place?: string | undefined;
  registration?: string | undefined;
};

/**
 * The writes that tell somebody something: into their inbox, and into the outbox from which the notifier sends it
 * on. They belong into the transaction of what is told; a WeChat that fails can neither undo nor repeat it.
 */
export const messageOperations = (
  { person, subdistrict, kind, values, place, registration }: NewMessage,
  { id, at }: { id: string; at: string },
): WriteOperation[] => {
  const message: Message = {
    id,
    kind,
    values,
    at,
    ...(place && { place }),
    ...(registration && { registration }),
  };
  const text = JSON.stringify(message);
  const inbox = {
    ...strings({ ...messageKey(id), ...personIndexKey(person, 'message', id), person, message: text }),
    ...SCHEMA_VERSION,
  };
  const outbox = subdistrict !== undefined && {
    ...strings({ ...outboxKey(id), ...subdistrictIndexKey(PENDING_OUTBOX, at) }),
    ...strings({ person, subdistrict, message: text }),
    attempts: { N: '0' },
    ...SCHEMA_VERSION,
  };
  return [inbox, outbox].flatMap((Item) => (Item ? [{ item: { Put: { TableName: tableName, Item } } }] : []));
};
