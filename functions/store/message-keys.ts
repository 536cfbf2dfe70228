import { table } from '../../shared/table.ts';
import { queuePartition } from './keys.ts';

/** Builders of the keys of messages and of their way to WeChat, beside those of `keys.ts`. */

const MESSAGE = 'MESSAGE#';
const OUTBOX = 'OUTBOX#';

/** An entry of a person's inbox. */
export const messageKey = (id: string) => ({ PK: `${MESSAGE}${id}`, SK: 'MESSAGE' });

/** Which message the key of an entry of an inbox names. */
export const messageIdOf = ({ PK }: { PK: string }): string => PK.slice(MESSAGE.length);

/** A message on its way to WeChat. */
export const outboxKey = (id: string) => ({ PK: `${OUTBOX}${id}`, SK: 'OUTBOX' });

/** Whether a partition is that of a message on its way. */
export const isInOutbox = (partition: string): boolean => partition.startsWith(OUTBOX);

/** The partition of what waits to be sent, oldest first. */
export const PENDING_OUTBOX = table.pendingOutbox;

/** What WeChat would not take, by subdistrict, where its staff see it. */
export const parkedOutbox = (subdistrict: string): string => queuePartition(subdistrict, 'outbox', 'parked');
