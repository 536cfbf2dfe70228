import { DomainError } from '../../../shared/api/problem.ts';
import { decodePicture, encodePicture } from './codecs.ts';
import { isWholeJpeg } from './is-whole-jpeg.ts';
import { readPictureHeader } from './picture-header.ts';
import { type Pixels, shrink } from './shrink.ts';

/** A picture in its two sizes, as JPEG. */
export type WrittenPicture = { full: Uint8Array; thumbnail: Uint8Array; width: number; height: number };

/** A small file may unfold into more than fits into memory; no phone takes more pixels than this. */
const MOST_PIXELS = 50_000_000;
const FULL_PIXELS = 1600;
const THUMBNAIL_PIXELS = 320;

/**
 * Writes an uploaded file anew: what is left is the picture alone, upright, in two sizes, without EXIF, position,
 * colour profile or whatever else was in the file.
 * @throws DomainError `unsupported_photo` for what is no JPEG, PNG or WebP by its own bytes; `photo_unreadable` for
 * one that is cut off, broken or has too many pixels.
 */
export const writeAnew = async (bytes: Uint8Array): Promise<WrittenPicture> => {
  const header = readPictureHeader(bytes);
  if (!header) throw new DomainError('unsupported_photo', 'the file is no JPEG, PNG or WebP');
  const { type, width, height } = header;
  if (width * height > MOST_PIXELS) {
    throw new DomainError('photo_unreadable', `${width} × ${height} pixels, more than ${MOST_PIXELS}`);
  }
  if (type === 'image/jpeg' && !isWholeJpeg(bytes))
    throw new DomainError('photo_unreadable', 'it is cut off');
  const pixels = await decode(bytes, type);
  const full = shrink(pixels, FULL_PIXELS);
  return {
    full: await encodePicture(full, 80),
    thumbnail: await encodePicture(shrink(full, THUMBNAIL_PIXELS), 75),
    width: full.width,
    height: full.height,
  };
};

const decode = async (...picture: Parameters<typeof decodePicture>): Promise<Pixels> => {
  try {
    return await decodePicture(...picture);
  } catch {
    // Whatever a codec throws, it says that the file is broken.
    throw new DomainError('photo_unreadable');
  }
};
