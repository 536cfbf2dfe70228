import type { PlacePhoto } from '../../shared/photo/photo.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { findPhotos } from '../store/photos.ts';

/** The pictures of a place that everybody may see: none of one that is gone, none that the machine finds risky. */
export const shownPhotos = async (place: Place): Promise<PlacePhoto[]> => {
  const { photos = [] } = place;
  if (photos.length === 0 || !isOnMap(place)) return [];
  const stored = await findPhotos(photos.map(({ id }) => id));
  return photos.filter(({ id }) =>
    stored.some((photo) => photo.id === id && photo.place === place.id && photo.check !== 'risky'),
  );
};
