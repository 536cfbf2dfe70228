import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { type TableIndex, table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { type ChangeSubject, personAuthor } from './change-items.ts';
import { findItems, type Item } from './find-items.ts';
import { changeIdOf, changeKey, changesPartition, personPartition } from './keys.ts';
import { queryIndex } from './query-index.ts';

/** One entry of a history as it is stored; `before` and `after` are whatever the thing was. */
export type StoredChange = {
  /** Where it stands: the key of its item, which names it. */
  key: { PK: string; SK: string };
  id: string;
  subject: ChangeSubject;
  subdistrict: string;
  by: string;
  at: string;
  reason: string;
  before: unknown;
  after: unknown;
};

/** The history of a place, newest first, after an entry; a page of at most `limit`. */
export const listChangesOfPlace = async (
  placeId: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<StoredChange[]> => {
  const prefix = changeKey(placeId, '');
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': table.partitionKey, '#sk': table.sortKey },
      ExpressionAttributeValues: {
        ':pk': { S: prefix.PK },
        ':from': { S: prefix.SK },
        ':to': { S: after === undefined ? `${prefix.SK}~` : changeKey(placeId, after).SK },
      },
      ScanIndexForward: false,
      Limit: limit + (after === undefined ? 0 : 1),
      ConsistentRead: true,
    }),
  );
  return Items.map(readChange).filter(({ id }) => id !== after);
};

/** One entry of the history of a place; undefined where there is none. */
export const findChangeOfPlace = async (
  placeId: string,
  changeId: string,
): Promise<StoredChange | undefined> => {
  const [item] = await findItems([changeKey(placeId, changeId)]);
  return item && readChange(item);
};

/** Whose entries are read: of a month of a subdistrict (`202611`, Shanghai), or of what one person did in it. */
export type ChangesQuery = { subdistrict: string; month: string; person?: string | undefined };

/** Where a page of entries ended. */
export type ChangePosition = { PK: string; SK: string; at: string };

/**
 * The entries of a month, newest first, after a position, as far as one asks for them.
 * @throws DomainError `invalid_cursor` for a position outside the month, which the table would refuse.
 */
export async function* readChanges(
  { subdistrict, month, person }: ChangesQuery,
  start: ChangePosition | undefined,
): AsyncGenerator<StoredChange> {
  const { from, to } = momentsOf(month);
  if (start && (start.at < from || start.at > to)) throw new DomainError('invalid_cursor');
  const index: TableIndex = person === undefined ? 'subdistrict' : 'person';
  // The log is kept by months of UTC: eight hours of a month in Shanghai lie in the one before.
  const partitionAt = (moment: string) =>
    person === undefined
      ? changesPartition(subdistrict, utcMonth(moment))
      : personPartition(person, 'change');
  const partitions = [...new Set([start?.at ?? to, from].map(partitionAt))];
  for (const [turn, partition] of partitions.entries()) {
    let after = start && turn === 0 ? positionIn(index, partition, start) : undefined;
    do {
      const page = await queryIndex(index, { partition, from, to, newestFirst: true, limit: 100, after });
      for (const item of page.items) if (item.subdistrict?.S === subdistrict) yield readChange(item);
      after = page.last;
    } while (after);
  }
}

/** The entries of a month about one place, newest first, after a position: read from its own history. */
export async function* readChangesOfPlace(
  placeId: string,
  { subdistrict, month, person }: ChangesQuery,
  start: ChangePosition | undefined,
): AsyncGenerator<StoredChange> {
  const { from, to } = momentsOf(month);
  const by = person && personAuthor(person);
  let after = start && changeIdOf(start.SK);
  for (let isLast = false; !isLast; ) {
    const page = await listChangesOfPlace(placeId, { limit: 100, after });
    for (const change of page) {
      const isOfMonth = change.at >= from && change.at <= to && change.subdistrict === subdistrict;
      if (isOfMonth && (by === undefined || change.by === by)) yield change;
    }
    isLast = page.length < 100;
    after = page.at(-1)?.id;
  }
}

/** The first and the last moment of a month (`202611`) by the clock of Shanghai, in UTC. */
const momentsOf = (month: string): { from: string; to: string } => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(4))];
  const first = (of: number) => Date.UTC(year, of - 1, 1) - SHANGHAI_OFFSET;
  return { from: new Date(first(number)).toISOString(), to: new Date(first(number + 1) - 1).toISOString() };
};

const SHANGHAI_OFFSET = 8 * 3_600_000;

const utcMonth = (moment: string): string => moment.slice(0, 7).replace('-', '');

const positionIn = (index: TableIndex, partition: string, { PK, SK, at }: ChangePosition): Item => {
  const { partitionKey, sortKey } = table.indexes[index];
  return { PK: { S: PK }, SK: { S: SK }, [partitionKey]: { S: partition }, [sortKey]: { S: at } };
};

const readChange = (item: Item): StoredChange => {
  const text = (name: string) => item[name]?.S ?? '';
  const json = (name: string): unknown => {
    const value = item[name]?.S;
    return value === undefined ? undefined : JSON.parse(value);
  };
  return {
    key: { PK: text('PK'), SK: text('SK') },
    id: changeIdOf(text('SK')),
    subject: {
      type: text('subjectType') as ChangeSubject['type'],
      id: text('subjectId'),
      ...(item.subjectName?.S !== undefined && { name: item.subjectName.S }),
    },
    subdistrict: text('subdistrict'),
    by: text('by'),
    at: text('at'),
    reason: text('reason'),
    before: json('before'),
    after: json('after'),
  };
};
