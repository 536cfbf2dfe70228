import {
  type TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes } from './keys.ts';

/** One write of a transaction. `refusal` is what its failed condition means; one without a condition has none. */
export type WriteOperation = { item: TransactWriteItem; refusal?: DomainError };

/** What DynamoDB takes in one transaction. */
export const MOST_OPERATIONS = 100;
const MOST_ATTEMPTS = 6;

/**
 * Writes all operations or none, and tries again where other writers held the same items.
 * @throws DomainError the refusal of the first operation whose condition failed; `unavailable` when conflicting
 * writers never let it through.
 */
export const transact = async (operations: readonly WriteOperation[]): Promise<void> => {
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

/** Writes many operations that need not stand or fall together, as many at once as a transaction takes. */
export const transactInTurn = async (operations: readonly WriteOperation[]): Promise<void> => {
  for (let from = 0; from < operations.length; from += MOST_OPERATIONS) {
    await transact(operations.slice(from, from + MOST_OPERATIONS));
  }
};

/** The write that deletes an item, where there is one. */
export const deletion = (key: { PK: string; SK: string }): WriteOperation => ({
  item: { Delete: { TableName: tableName, Key: keyAttributes(key) } },
});

const isCanceled = (error: unknown): error is TransactionCanceledException =>
  error instanceof Error && error.name === 'TransactionCanceledException';

const delay = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
