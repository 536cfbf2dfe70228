import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { PlaceChange } from './place-change.ts';
import { countsOwners } from './place-counts.ts';
import { placeCountOperations, placeOperations } from './place-operations.ts';
import { MOST_OPERATIONS, transact, type WriteOperation } from './transact.ts';

/** Bytes of one transaction, with a margin below DynamoDB's 4 MB. */
const MOST_BYTES = 3_000_000;

type Batch = { changes: PlaceChange[]; operations: WriteOperation[]; bytes: number; owners: Set<string> };

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
    await transact([...batch.operations, ...placeCountOperations(batch.changes)]);
    onSaved?.(batch.changes.length);
  }
};

function* batchesOf(changes: readonly PlaceChange[], newId: () => string): Generator<Batch> {
  let batch: Batch = { changes: [], operations: [], bytes: 0, owners: new Set() };
  for (const change of changes) {
    const operations = placeOperations(change, newId);
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

/** About how many bytes an operation carries: nearly all of them are texts. */
const itemBytes = ({ Put }: TransactWriteItem): number =>
  Object.values(Put?.Item ?? {}).reduce((sum, { S = '' }) => sum + Buffer.byteLength(S), 200);
