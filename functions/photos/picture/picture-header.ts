import type { PHOTO_TYPES } from '../../../shared/photo/photo.ts';

export type PictureType = (typeof PHOTO_TYPES)[number];

/** What the first bytes of a picture say of it. */
export type PictureHeader = { type: PictureType; width: number; height: number };

/**
 * Reads type and size in pixels from a file's own bytes, whatever it is called, without decoding it. Undefined for
 * what is neither JPEG, PNG nor WebP, or breaks off before it says its size.
 */
export const readPictureHeader = (bytes: Uint8Array): PictureHeader | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint16(0) === 0xffd8) return readJpeg(view);
    if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return readPng(view);
    if (textAt(view, 0) === 'RIFF' && textAt(view, 8) === 'WEBP') return readWebp(view);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
};

/** Goes from marker to marker to the first frame header (ITU-T T.81, B.2.2). */
const readJpeg = (view: DataView): PictureHeader | undefined => {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // No marker: the decoder skips it and whatever is not 0xff behind it, and would read another size than we do.
    if (marker === 0x00) return undefined;
    // Any number of 0xff may stand before a marker; some markers stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += 2 + view.getUint16(at + 2);
  }
};

/** SOF0 to SOF15, without the tables (DHT, JPG, DAC) that stand between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const readPng = (view: DataView): PictureHeader | undefined =>
  textAt(view, 12) === 'IHDR'
    ? { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
    : undefined;

/** The three forms of WebP (RFC 9649): lossy, lossless, extended. */
const readWebp = (view: DataView): PictureHeader | undefined => {
  const type = 'image/webp';
  switch (textAt(view, 12)) {
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        type,
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return undefined;
  }
};

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
