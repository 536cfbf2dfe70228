import type { PhotoId, PlacePhoto } from '../../shared/photo/photo.ts';
import { placePhotoOf } from '../store/photo-items.ts';
import { getUsablePhotos } from '../store/photos.ts';

/**
 * The pictures that a place shall show, in their order: those it shows already, whoever took them, and ready ones of
 * the person who chooses.
 * @throws DomainError `invalid_request` that names the first other one.
 */
export const chosenPhotos = async (
  ids: readonly PhotoId[],
  personId: string,
  shown: readonly PlacePhoto[] = [],
): Promise<PlacePhoto[]> => {
  const chosen = [...new Set(ids)];
  const fresh = chosen.filter((id) => !shown.some((photo) => photo.id === id));
  const own = (await getUsablePhotos(fresh, personId)).flatMap((photo) => placePhotoOf(photo) ?? []);
  return chosen.flatMap((id) => [...shown, ...own].find((photo) => photo.id === id) ?? []);
};
