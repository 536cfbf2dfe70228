import { ulid } from 'ulid';
import type { photoRoutes } from '../../shared/api/photo-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { PHOTO_MOST_BYTES, PHOTO_TYPES } from '../../shared/photo/photo.ts';
import type { Operation } from '../runtime/define-function.ts';
import { createUpload } from '../runtime/objects.ts';
import { photoOf, type StoredPhoto } from '../store/photo-items.ts';
import { uploadKey } from '../store/photo-objects.ts';
import { createPhotoItem } from '../store/photo-writes.ts';

const UPLOAD_SECONDS = 600;

/** Makes room for a picture; its bytes go straight to the bucket. */
export const createPhoto: Operation<typeof photoRoutes.createPhoto> = async ({ body, session, now }) => {
  const contentType = PHOTO_TYPES.find((type) => type === body.contentType.trim().toLowerCase());
  if (!contentType) throw new DomainError('unsupported_photo', `contentType: ${body.contentType}`);
  const photo: StoredPhoto = {
    id: ulid(now.getTime()),
    state: 'uploading',
    check: 'pending',
    createdAt: now.toISOString(),
    owner: session.personId,
  };
  await createPhotoItem(photo);
  const upload = await createUpload(uploadKey(photo.id), {
    contentType,
    mostBytes: PHOTO_MOST_BYTES,
    seconds: UPLOAD_SECONDS,
  });
  return { body: { photo: photoOf(photo), upload } };
};
