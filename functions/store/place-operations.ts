import { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import type { PlaceChange } from './place-change.ts';
import { countsOperation, countsOwners } from './place-counts.ts';
import { placeChangeItem, placeItem, uniquenessItem } from './place-items.ts';
import type { WriteOperation } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

/**
 * The writes of one place: itself under the condition that it is what was read, its uniqueness and, unless it is a
 * draft, one entry of its history. The counts of its subdistrict are `placeCountOperations`.
 */
export const placeOperations = (
  { before, after, uniqueness, change }: PlaceChange,
  newId: () => string,
): WriteOperation[] => {
  const operations: WriteOperation[] = [
    {
      item: {
        Put: {
          TableName: tableName,
          Item: placeItem(after),
          ...unchangedSince(before),
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
      item: { Put: { TableName: tableName, Item: placeChangeItem({ before, after, change }, newId()) } },
    });
  }
  return operations;
};

/** The writes that keep the counts of every subdistrict on whose map these changes can be seen. */
export const placeCountOperations = (changes: readonly PlaceChange[]): WriteOperation[] =>
  [...new Set(changes.flatMap(countsOwners))].map((subdistrict) => ({
    item: countsOperation(subdistrict, changes),
  }));
