import { photoUseOperations } from './photo-operations.ts';
import type { PlaceChange } from './place-change.ts';
import { placeCountOperations, placeOperations } from './place-operations.ts';
import { transact, type WriteOperation } from './transact.ts';

/** The writes of a few changes of places: with their history, their pictures' use and the counts of their subdistricts. */
export const placeDeedOperations = (
  changes: readonly PlaceChange[],
  newId: () => string,
): WriteOperation[] => [
  ...changes.flatMap((change) => [
    ...placeOperations(change, newId),
    ...photoUseOperations(change.before, change.after),
  ]),
  ...placeCountOperations(changes),
];

/**
 * Writes a few changes of places in one transaction, with whatever else belongs to the same deed (a licence, a message).
 * @throws DomainError `precondition_failed` when a place changed since it was read, and the refusals of `more`.
 */
export const saveTogether = (
  changes: readonly PlaceChange[],
  { newId, more = [] }: { newId: () => string; more?: readonly WriteOperation[] },
): Promise<void> => transact([...placeDeedOperations(changes, newId), ...more]);
