import * as z from 'zod';
import { Moment } from '../place/open-state.ts';
import { PHOTO_LIMITS } from './photo-limits.ts';

/** A ULID. */
export const PhotoId = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  .meta({ id: 'PhotoId', description: 'A ULID.' });
export type PhotoId = z.infer<typeof PhotoId>;

/** What may be uploaded. HEIC is refused with a sentence: no free codec reads it. */
export const PHOTO_TYPES = PHOTO_LIMITS.types;
export const PHOTO_MOST_BYTES = PHOTO_LIMITS.mostBytes;
/** A place shows at most this many. */
export const MOST_PHOTOS = PHOTO_LIMITS.mostOfPlace;

/** `full`: at most 1600 px on its longer side. `thumbnail`: at most 320 px. Both JPEG, without EXIF. */
export const PhotoSize = z.enum(['full', 'thumbnail']);
export type PhotoSize = z.infer<typeof PhotoSize>;

/**
 * uploading -> ready (decoded, written anew, its size known) or refused (no picture, wrong type, too large).
 */
export const PhotoState = z.enum(['uploading', 'ready', 'refused']);
export type PhotoState = z.infer<typeof PhotoState>;

/** What the machine said of a text or a picture. `failed`: it did not answer, so a person looks. */
export const CheckResult = z
  .enum(['pending', 'pass', 'review', 'risky', 'failed'])
  .meta({ id: 'CheckResult' });
export type CheckResult = z.infer<typeof CheckResult>;

/** A picture as its owner sees it. Its bytes: `GET /v1/photos/{id}/{size}`. */
export const Photo = z
  .object({
    id: PhotoId,
    state: PhotoState,
    /** Of the full size, in pixels, once it is ready. */
    width: z.int().optional(),
    height: z.int().optional(),
    check: CheckResult,
    createdAt: Moment,
  })
  .meta({ id: 'Photo' });
export type Photo = z.infer<typeof Photo>;

/** A picture of a place, as everybody sees it. */
export const PlacePhoto = z
  .object({ id: PhotoId, width: z.int(), height: z.int() })
  .meta({ id: 'PlacePhoto' });
export type PlacePhoto = z.infer<typeof PlacePhoto>;
