import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError, refusedField } from '../../shared/api/problem.ts';
import { CheckResult, type PhotoId } from '../../shared/photo/photo.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { worstCheck } from '../../shared/registration/worst-check.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItems } from './find-items.ts';
import { keyAttributes, personPartition } from './keys.ts';
import { readPhoto, type StoredPhoto } from './photo-items.ts';
import { photoKey, photoTraceKey, UNUSED_PHOTOS } from './photo-keys.ts';
import { queryWholeIndex } from './query-index.ts';
import type { WriteOperation } from './transact.ts';
import { wasWritten } from './was-written.ts';

/** The pictures with these ids, in their order; those that do not exist are left out. */
export const findPhotos = async (ids: readonly PhotoId[]): Promise<StoredPhoto[]> =>
  (await findItems(ids.map(photoKey))).flatMap((item) => readPhoto(item) ?? []);

/** All pictures of one person. */
export const listPhotosOf = async (personId: string): Promise<StoredPhoto[]> =>
  (await queryWholeIndex('person', { partition: personPartition(personId, 'photo') })).flatMap(
    (item) => readPhoto(item) ?? [],
  );

/**
 * Somebody's own pictures with these ids, in their order, all of them ready and not refused by the machine.
 * @throws DomainError `invalid_request` that names the first other one.
 */
export const getUsablePhotos = async (ids: readonly PhotoId[], personId: string): Promise<StoredPhoto[]> => {
  const photos = await findPhotos(ids);
  return ids.map((id) => {
    const photo = photos.find((found) => found.id === id);
    if (photo?.owner === personId && photo.state === 'ready' && photo.check !== 'risky') return photo;
    throw refusedField('photos', `${id}: not a picture that can be used`);
  });
};

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

/**
 * Notes what WeChat's machine says of a picture; answers whether the trace was ours. Of several verdicts the worst
 * stays, in whatever order they come.
 */
export const savePhotoCheck = async (traceId: string, check: CheckResult): Promise<boolean> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(photoTraceKey(traceId)) }),
  );
  const id = Item?.photo?.S;
  if (id === undefined) return false;
  const milder = CheckResult.options.filter(
    (other) => other === 'pending' || worstCheck([other, check]) === check,
  );
  // Where it was deleted meanwhile, or had the worse verdict, the trace was ours all the same.
  await wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(photoKey(id)),
        UpdateExpression: 'SET #check = :check',
        ConditionExpression: `#check IN (${milder.map((name) => `:${name}`).join(', ')})`,
        ExpressionAttributeNames: { '#check': 'check' },
        ExpressionAttributeValues: {
          ':check': { S: check },
          ...Object.fromEntries(milder.map((name) => [`:${name}`, { S: name }])),
        },
      }),
    ),
  );
  return true;
};
