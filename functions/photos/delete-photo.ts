import type { photoRoutes } from '../../shared/api/photo-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { deleteObjects } from '../runtime/objects.ts';
import { objectKeys } from '../store/photo-objects.ts';
import { deletePhotoItem } from '../store/photo-writes.ts';
import { getOwnPhoto } from '../store/photos.ts';

/** Deletes one's own picture for good, unless a place on the map shows it. */
export const deletePhoto: Operation<typeof photoRoutes.deletePhoto> = async ({ params, session }) => {
  const { id } = await getOwnPhoto(params.id, session.personId);
  await deletePhotoItem(id);
  await deleteObjects(objectKeys(id));
  return { body: { deleted: true } };
};
