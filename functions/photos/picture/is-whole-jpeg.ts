/**
 * Whether a JPEG reaches its end-of-image marker. The decoder would fill up the rest of one that is cut off in grey.
 * What stands behind that marker (a phone's film, anything) does not matter: it is not read.
 */
export const isWholeJpeg = (bytes: Uint8Array): boolean => {
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) {
      // Within a scan: on to the next 0xff.
      at = bytes.indexOf(0xff, at);
      if (at < 0) return false;
    } else if (marker === 0xd9) return true;
    else if (marker === 0xff) at += 1;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
  }
  return false;
};
