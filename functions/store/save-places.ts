import {
  type TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import type { PlaceChange } from './place-change.ts';
import { countsOperation, countsOwners } from './place-counts.ts';
import { changeItem, placeItem, uniquenessItem } from './place-items.ts';

/** What DynamoDB takes in one transaction: operations, and bytes with a margin below its 4 MB. */
const MOST_OPERATIONS = 100;
const MOST_BYTES = 3_000_000;
const MOST_ATTEMPTS = 6;

/** `refusal` is what a failed condition means; an operation without a condition has none. */
type Operation = { item: TransactWriteItem; refusal?: DomainError };
type Batch = { changes: PlaceChange[]; operations: Operation[]; bytes: number; owners: Set<string> };

/**
 * Writes places: each with its uniqueness item and, unless it is a draft, one entry of its history, and the
 * counts of its subdistrict, in transactions of as many whole places as fit (33 new ones). A transaction
 * is written or not; those before it stay, so a caller that was cut off finds what is left by reading again.
 * @throws DomainError `precondition_failed` when a place changed since it was read, `conflict` when a new one
 * is there already or its uniqueness is taken, `unavailable` when conflicting writers never let it through.
 */
export const savePlaces = async (
  changes: readonly PlaceChange[],
  { newId, onSaved }: { newId: () => string; onSaved?: (count: number) => void },
): Promise<void> => {
  for (const batch of batchesOf(changes, newId)) {
    await write([...batch.operations, ...countsOf(batch)]);
    onSaved?.(batch.changes.length);
  }
};

function* batchesOf(changes: readonly PlaceChange[], newId: () => string): Generator<Batch> {
  let batch: Batch = { changes: [], operations: [], bytes: 0, owners: new Set() };
  for (const change of changes) {
    const operations = operationsOf(change, newId);
    const bytes = operations.reduce((sum, { item }) => sum + itemBytes(item), 0);
    const owners = new Set([...batch.owners, ...countsOwners(change)]);
    const isFull =
      batch.operations.length + operations.length + owners.size > MOST_OPERATIONS ||
      batch.bytes + bytes > MOST_BYTES;
    if (isFull && batch.changes.length > 0) {
      yield batch;
      batch = { changes: [], operations: [], bytes: 0, owners: new Set(countsOwners(change)) };
    } else batch.owners = owners;
    batch.changes.push(change);
    batch.operations.push(...operations);
    batch.bytes += bytes;
  }
  if (batch.changes.length > 0) yield batch;
}

const operationsOf = (
  { before, after, uniqueness, change }: PlaceChange,
  newId: () => string,
): Operation[] => {
  const operations: Operation[] = [
    {
      item: {
        Put: {
          TableName: tableName,
          Item: placeItem(after),
          ...(before
            ? {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': { N: `${before.version}` } },
              }
            : { ConditionExpression: 'attribute_not_exists(PK)' }),
        },
      },
      refusal: before
        ? new DomainError('precondition_failed', `${after.name} (${after.id}) was changed meanwhile`)
        : new DomainError('conflict', `a place ${after.id} is there already`),
    },
  ];
  if (uniqueness) {
    operations.push({
      item: {
        Put: {
          TableName: tableName,
          Item: uniquenessItem(uniqueness, after.id),
          ConditionExpression: 'attribute_not_exists(PK) OR placeId = :place',
          ExpressionAttributeValues: { ':place': { S: after.id } },
        },
      },
      refusal: new DomainError(
        'conflict',
        `another place already has ${uniqueness.source} ${uniqueness.externalId}`,
      ),
    });
  }
  if (after.state !== 'draft' || (before && before.state !== 'draft')) {
    operations.push({
      item: { Put: { TableName: tableName, Item: changeItem({ before, after, change }, newId()) } },
    });
  }
  return operations;
};

/** About how many bytes an operation carries: nearly all of them are texts. */
const itemBytes = ({ Put }: TransactWriteItem): number =>
  Object.values(Put?.Item ?? {}).reduce((sum, { S = '' }) => sum + Buffer.byteLength(S), 200);

const countsOf = ({ changes, owners }: Batch): Operation[] =>
  [...owners].map((subdistrict) => ({ item: countsOperation(subdistrict, changes) }));

const write = async (operations: readonly Operation[]): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await dynamo.send(new TransactWriteItemsCommand({ TransactItems: operations.map(({ item }) => item) }));
      return;
    } catch (error) {
      if (!isCanceled(error)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const refused = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
      if (refused >= 0) throw operations[refused]?.refusal ?? error;
      if (!reasons.some(({ Code }) => Code === 'TransactionConflict')) throw error;
      if (attempt === MOST_ATTEMPTS)
        throw new DomainError('unavailable', 'other writers held the same places');
      await delay(Math.random() * 50 * 2 ** attempt);
    }
  }
};

const isCanceled = (error: unknown): error is TransactionCanceledException =>
  error instanceof Error && error.name === 'TransactionCanceledException';

const delay = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
