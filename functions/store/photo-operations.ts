import { DomainError } from '../../shared/api/problem.ts';
import type { PhotoId } from '../../shared/photo/photo.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { table } from '../../shared/table.ts';
import { tableName } from '../runtime/dynamo.ts';
import { keyAttributes } from './keys.ts';
import { photoKey, UNUSED_PHOTOS } from './photo-keys.ts';
import type { WriteOperation } from './transact.ts';

/** A picture stands in the queue of the unused ones while no place shows it. */
const QUEUE_NAMES = {
  '#queue': table.indexes.subdistrict.partitionKey,
  '#since': table.indexes.subdistrict.sortKey,
};

/** The writes that make the pictures of a changed place public, and those it no longer shows private. */
export const photoUseOperations = (before: Place | undefined, after: Place): WriteOperation[] => {
  const shown = shownBy(after);
  const gone = (before ? shownBy(before) : []).filter((id) => !shown.includes(id));
  const unchanged = before && before.subdistrict === after.subdistrict && before.grid === after.grid;
  const fresh = unchanged ? shown.filter((id) => !shownBy(before).includes(id)) : shown;
  return [
    ...fresh.map((id) => ({
      item: {
        Update: {
          TableName: tableName,
          Key: keyAttributes(photoKey(id)),
          UpdateExpression: `SET place = :place, subdistrict = :subdistrict ${after.grid ? ', grid = :grid REMOVE' : 'REMOVE grid,'} #queue, #since`,
          ConditionExpression: 'attribute_exists(#owner) AND (attribute_not_exists(place) OR place = :place)',
          ExpressionAttributeNames: { '#owner': 'owner', ...QUEUE_NAMES },
          ExpressionAttributeValues: {
            ':place': { S: after.id },
            ':subdistrict': { S: after.subdistrict },
            ...(after.grid && { ':grid': { S: after.grid } }),
          },
        },
      },
      refusal: new DomainError('conflict', `photo ${id} is gone, or another place shows it`),
    })),
    ...gone.map((id) => ({
      item: {
        Update: {
          TableName: tableName,
          Key: keyAttributes(photoKey(id)),
          UpdateExpression: 'SET #queue = :unused, #since = :now REMOVE place',
          ExpressionAttributeNames: QUEUE_NAMES,
          ExpressionAttributeValues: { ':unused': { S: UNUSED_PHOTOS }, ':now': { S: after.updatedAt } },
        },
      },
    })),
  ];
};

const shownBy = (place: Place): PhotoId[] => (isOnMap(place) ? (place.photos ?? []).map(({ id }) => id) : []);

/** The writes that let the staff of a subdistrict look at pictures that were sent in with a registration. */
export const photoReviewOperations = (
  ids: readonly PhotoId[],
  { subdistrict, grid }: { subdistrict: string; grid?: string | undefined },
): WriteOperation[] =>
  ids.map((id) => ({
    item: {
      Update: {
        TableName: tableName,
        Key: keyAttributes(photoKey(id)),
        UpdateExpression: `SET subdistrict = :subdistrict ${grid ? ', grid = :grid' : 'REMOVE grid'}`,
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeValues: {
          ':subdistrict': { S: subdistrict },
          ...(grid && { ':grid': { S: grid } }),
        },
      },
    },
    refusal: new DomainError('conflict', `photo ${id} is gone`),
  }));
