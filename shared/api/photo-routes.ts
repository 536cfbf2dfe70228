import * as z from 'zod';
import { PHOTO_MOST_BYTES, Photo, PhotoId, PhotoSize } from '../photo/photo.ts';
import { paths } from './paths.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ id: PhotoId });
const base = { context: 'photos', query: nothing, mediaType: 'application/json', cache: 'none' } as const;

/** Where the picture's bytes go: a form with these fields, then `file`, by POST. */
export const PhotoUpload = z
  .object({ photo: Photo, upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) })
  .meta({ id: 'PhotoUpload' });
export type PhotoUpload = z.infer<typeof PhotoUpload>;

/** Pictures: uploaded by their owner, written anew without EXIF, checked, then shown. */
export const photoRoutes = {
  createPhoto: {
    ...base,
    key: paths.createPhoto,
    access: 'signed_in',
    params: nothing,
    body: z.strictObject({
      // Any text: what is refused is told by name, `image/heic` among them.
      contentType: z.string().max(100),
      bytes: z.int().min(1).max(PHOTO_MOST_BYTES),
    }),
    response: PhotoUpload,
    status: 201,
    idempotent: true,
    limit: { calls: 30, seconds: 600 },
    summary: 'A place for a picture, and where to upload it within ten minutes.',
  },
  completePhoto: {
    ...base,
    key: paths.completePhoto,
    access: 'signed_in',
    params: one,
    response: Photo,
    limit: { calls: 30, seconds: 600 },
    summary: 'Reads the uploaded picture, writes it anew in two sizes and has it checked.',
  },
  deletePhoto: {
    ...base,
    key: paths.deletePhoto,
    access: 'signed_in',
    params: one,
    response: z.object({ deleted: z.literal(true) }),
    summary: 'Deletes a picture that nothing public shows.',
  },
  getPhotoImage: {
    ...base,
    key: paths.getPhotoImage,
    access: 'recognised',
    params: z.strictObject({ id: PhotoId, size: PhotoSize }),
    response: z.string(),
    mediaType: 'image/jpeg',
    summary:
      'The picture itself: of a place on the map to everybody, else to its owner and the staff concerned.',
  },
} as const satisfies RouteTable;
