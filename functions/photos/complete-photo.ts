import type { photoRoutes } from '../../shared/api/photo-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { PHOTO_MOST_BYTES, type PhotoId } from '../../shared/photo/photo.ts';
import type { Operation } from '../runtime/define-function.ts';
import { deleteObjects, getObject, putObject } from '../runtime/objects.ts';
import { photoOf, type StoredPhoto } from '../store/photo-items.ts';
import { imageKey, objectKeys, uploadKey } from '../store/photo-objects.ts';
import { bindUpload, finishPhoto, refusePhoto } from '../store/photo-writes.ts';
import { findPhoto, getOwnPhoto } from '../store/photos.ts';
import { askForCheck } from './ask-for-check.ts';
import { type WrittenPicture, writeAnew } from './picture/write-anew.ts';

/**
 * Takes what was uploaded, writes it anew and throws the original away. Called again it answers what came of it the
 * first time.
 */
export const completePhoto: Operation<typeof photoRoutes.completePhoto> = async ({
  params,
  session,
  now,
}) => {
  const { id } = params;
  const photo = await getOwnPhoto(id, session.personId);
  if (photo.state === 'refused') throw new DomainError('photo_unreadable');
  if (photo.state === 'uploading') {
    const bytes = await getObject(uploadKey(id), PHOTO_MOST_BYTES);
    if (bytes) {
      if (bytes !== 'too_large' && !(await bindUpload(id, bytes)))
        throw new DomainError('wrong_state', 'another file was uploaded first');
      await storeImages(photo, await writeOrRefuse(id, bytes));
      await askForCheck(id, session.personId, now);
      await deleteObjects([uploadKey(id)]);
    }
  }
  const completed = await getOwnPhoto(id, session.personId);
  // Where the bytes are gone, another completion of the same picture was faster.
  if (completed.state !== 'ready') throw new DomainError('wrong_state', 'nothing was uploaded yet');
  return { body: photoOf(completed) };
};

const writeOrRefuse = async (id: PhotoId, bytes: Uint8Array | 'too_large'): Promise<WrittenPicture> => {
  try {
    if (bytes === 'too_large') throw new DomainError('body_too_large', `at most ${PHOTO_MOST_BYTES} bytes`);
    return await writeAnew(bytes);
  } catch (error) {
    if (error instanceof DomainError) {
      await refusePhoto(id);
      await deleteObjects([uploadKey(id)]);
    }
    throw error;
  }
};

const storeImages = async (
  photo: StoredPhoto,
  { full, thumbnail, width, height }: WrittenPicture,
): Promise<void> => {
  const { id } = photo;
  await Promise.all([
    putObject(imageKey(id, 'full'), full, 'image/jpeg'),
    putObject(imageKey(id, 'thumbnail'), thumbnail, 'image/jpeg'),
  ]);
  if (await finishPhoto(photo, { width, height })) return;
  // It was deleted while it was written, or its owner's account was: nobody would ever delete these bytes.
  if ((await findPhoto(id))?.state !== 'ready') {
    await deleteObjects(objectKeys(id));
    throw new DomainError('not_found', `path id: ${id}`);
  }
};
