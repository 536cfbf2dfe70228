import { type PhotoId, PhotoSize } from '../../shared/photo/photo.ts';

/** Where somebody uploads to. What is still there after a day was never completed, and the bucket forgets it. */
export const uploadKey = (id: PhotoId): string => `uploads/${id}`;

/** Where a picture that was written anew lies. */
export const imageKey = (id: PhotoId, size: PhotoSize): string => `photos/${id}/${size}.jpg`;

/** Everything that may lie in the bucket of a picture. */
export const objectKeys = (id: PhotoId): string[] => [
  ...PhotoSize.options.map((size) => imageKey(id, size)),
  uploadKey(id),
];
