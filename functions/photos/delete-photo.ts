import type { photoRoutes } from '../../shared/api/photo-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { deleteObjects } from '../runtime/objects.ts';
import { deletePhotoItem, getOwnPhoto } from '../store/photo-writes.ts';
import { imageKey, uploadKey } from './photo-objects.ts';

/** Deletes one's own picture for good, unless a place on the map shows it. */
export const deletePhoto: Operation<typeof photoRoutes.deletePhoto> = async ({ params, session, now }) => {
  const { id } = await getOwnPhoto(params.id, session.personId, now);
  await deletePhotoItem(id);
  await deleteObjects([imageKey(id, 'full'), imageKey(id, 'thumbnail'), uploadKey(id)]);
  return { body: { deleted: true } };
};
