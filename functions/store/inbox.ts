import { DomainError } from '../../shared/api/problem.ts';
import { Message } from '../../shared/message/message.ts';
import { readCursor, writeCursor } from '../runtime/page-cursor.ts';
import { findItem, type Item } from './find-items.ts';
import { strings } from './items.ts';
import { personIndexKey, personPartition } from './keys.ts';
import { messageKey } from './message-keys.ts';
import { type StoredPerson, updatePerson } from './persons.ts';
import { queryIndex, queryWholeIndex } from './query-index.ts';

const PAGE = 30;
/** More is not told apart: nobody counts further than this. */
const MOST_UNREAD = 100;
const MESSAGE_ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A page of a person's inbox, newest first, and the cursor of the next one. Throws `invalid_cursor`. */
export const listInbox = async (
  person: StoredPerson,
  cursor: string | undefined,
): Promise<{ messages: Message[]; next?: string }> => {
  const [after] = readCursor(cursor, [MESSAGE_ID]) ?? [];
  const { items, last } = await queryIndex('person', {
    partition: personPartition(person.id, 'message'),
    newestFirst: true,
    limit: PAGE,
    after: after === undefined ? undefined : placeOf(person.id, after),
  });
  const messages = items.map((item) => withReadAt(readMessage(item), person));
  const end = last && messages.at(-1)?.id;
  return { messages, ...(end && { next: writeCursor([end]) }) };
};

/** Where the index goes on after a message. */
const placeOf = (personId: string, id: string): Item =>
  strings({ ...messageKey(id), ...personIndexKey(personId, 'message', id) });

const readMessage = (item: Item): Message => Message.parse(JSON.parse(item.message?.S ?? ''));

const withReadAt = (message: Message, { read }: StoredPerson): Message =>
  read && message.id <= read.upTo ? { ...message, readAt: read.at } : message;

/** Everything a person was told. */
export const listWholeInbox = async (person: StoredPerson): Promise<Message[]> =>
  (await queryWholeIndex('person', { partition: personPartition(person.id, 'message') })).map((item) =>
    withReadAt(readMessage(item), person),
  );

/** How many messages a person has not read; a hundred stands for any more. */
export const countUnread = async ({ id, read }: StoredPerson): Promise<number> => {
  const { items } = await queryIndex('person', {
    partition: personPartition(id, 'message'),
    // Sorts behind that message, and before every later one.
    ...(read && { from: `${read.upTo}!` }),
    limit: MOST_UNREAD,
  });
  return items.length;
};

/** Notes that a person has read their messages up to one of them. Throws `not_found` for another's. */
export const markRead = async (person: StoredPerson, upTo: string, now: Date): Promise<StoredPerson> => {
  const item = await findItem(messageKey(upTo));
  if (item?.person?.S !== person.id) throw new DomainError('not_found', 'no such message');
  if (person.read && person.read.upTo >= upTo) return person;
  return updatePerson(person.id, { read: { upTo, at: now.toISOString() } });
};
