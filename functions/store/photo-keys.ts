import type { PhotoId } from '../../shared/photo/photo.ts';

/** Builders of the keys of pictures in the table, beside those of `keys.ts`. */

/** The item of a picture. */
export const photoKey = (id: PhotoId) => ({ PK: `PHOTO#${id}`, SK: 'PHOTO' });

/** Which picture WeChat was asked about. */
export const photoTraceKey = (traceId: string) => ({ PK: `PHOTO-TRACE#${traceId}`, SK: 'PHOTO-TRACE' });

/** The partition of the pictures that no place shows, in the subdistrict index, by the moment since when. */
export const UNUSED_PHOTOS = 'PHOTO#unused';
