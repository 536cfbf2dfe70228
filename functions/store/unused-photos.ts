import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { PhotoId } from '../../shared/photo/photo.ts';
import { actionsIn } from '../../shared/registration/registration-state.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { deleteObjects } from '../runtime/objects.ts';
import { keyAttributes } from './keys.ts';
import { readPhoto, type StoredPhoto } from './photo-items.ts';
import { photoKey, UNUSED_PHOTOS } from './photo-keys.ts';
import { objectKeys } from './photo-objects.ts';
import { listPhotosOf } from './photos.ts';
import { queryIndex } from './query-index.ts';
import { listRegistrationsOfPerson } from './registrations.ts';
import { deletion, transact } from './transact.ts';
import { wasWritten } from './was-written.ts';

const { subdistrict } = table.indexes;
const DAY = 86_400_000;
/** What nobody has used for so long is forgotten. */
const UNUSED_DAYS = 30;
const MOST_IN_A_RUN = 100;
const AT_ONCE = 10;

/** Whether somebody has at least so many pictures that no place shows and no open registration holds. */
export const hasUnusedPhotos = async (personId: string, atLeast: number): Promise<boolean> => {
  const unshown = (await listPhotosOf(personId)).filter(({ place }) => place === undefined);
  if (unshown.length < atLeast) return false;
  const held = await photosOfOpenRegistrations(personId);
  return unshown.filter(({ id }) => !held.has(id)).length >= atLeast;
};

const photosOfOpenRegistrations = async (personId: string): Promise<Set<PhotoId>> => {
  const open = (await listRegistrationsOfPerson(personId)).filter(
    ({ state }) => actionsIn(state, 'applicant').length > 0,
  );
  return new Set(open.flatMap(({ application }) => application.photos ?? []));
};

/**
 * Forgets pictures that nobody has used for a month, uploads that were never completed among them, with their bytes.
 * Of many the oldest go first; the next run takes the rest.
 */
export const forgetUnusedPhotos = async (now: Date): Promise<void> => {
  const to = new Date(now.getTime() - UNUSED_DAYS * DAY).toISOString();
  const { items } = await queryIndex('subdistrict', { partition: UNUSED_PHOTOS, to, limit: MOST_IN_A_RUN });
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    await Promise.all(
      some.map(async (item) => {
        const photo = readPhoto(item);
        if (photo) return forgetUnused(photo, now);
        // A key alone is what is left of a picture that was deleted while a place gave it up.
        await transact([deletion({ PK: item.PK?.S ?? '', SK: item.SK?.S ?? '' })]);
      }),
    );
  }
};

const forgetUnused = async ({ id, owner }: StoredPhoto, now: Date): Promise<void> => {
  if ((await photosOfOpenRegistrations(owner)).has(id)) {
    await updateUnused(id, subdistrict.sortKey, now.toISOString());
    return;
  }
  // First nobody can use it any more, then the bytes go: an item that is left names what is still to be deleted.
  if (!(await updateUnused(id, 'state', 'refused'))) return;
  await deleteObjects(objectKeys(id));
  await transact([deletion(photoKey(id))]);
};

const updateUnused = (id: PhotoId, attribute: string, value: string): Promise<boolean> =>
  wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(photoKey(id)),
        UpdateExpression: 'SET #attribute = :value',
        ConditionExpression: '#partition = :unused AND attribute_not_exists(place)',
        ExpressionAttributeNames: { '#attribute': attribute, '#partition': subdistrict.partitionKey },
        ExpressionAttributeValues: { ':value': { S: value }, ':unused': { S: UNUSED_PHOTOS } },
      }),
    ),
  );
