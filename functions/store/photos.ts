import { DomainError, refusedField } from '../../shared/api/problem.ts';
import type { PhotoId } from '../../shared/photo/photo.ts';
import { findItem, findItems } from './find-items.ts';
import { personPartition } from './keys.ts';
import { readPhoto, type StoredPhoto } from './photo-items.ts';
import { photoKey } from './photo-keys.ts';
import { queryWholeIndex } from './query-index.ts';

/** A picture by its id; undefined where there is none. */
export const findPhoto = async (id: PhotoId): Promise<StoredPhoto | undefined> =>
  readPhoto(await findItem(photoKey(id)));

/** Somebody's own picture. Throws `not_found`, for those of others too. */
export const getOwnPhoto = async (id: PhotoId, personId: string): Promise<StoredPhoto> => {
  const photo = await findPhoto(id);
  if (photo?.owner !== personId) throw new DomainError('not_found', `path id: ${id}`);
  return photo;
};

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
