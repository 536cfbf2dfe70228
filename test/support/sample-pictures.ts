import { crc32, deflateSync } from 'node:zlib';
import { encodePicture } from '../../functions/photos/picture/codecs.ts';
import type { Pixels } from '../../functions/photos/picture/shrink.ts';

type Colour = readonly [number, number, number, number];
export const RED: Colour = [220, 20, 20, 255];
export const BLUE: Colour = [20, 20, 220, 255];
export const CLEAR: Colour = [0, 0, 0, 0];

/** A picture whose left half has one colour and whose right half another. */
export const halves = (width: number, height: number, left = RED, right = BLUE): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set(pixel % width < width / 2 ? left : right, pixel * 4);
  }
  return { data, width, height };
};

/** A pixel's red, green and blue. */
export const colourAt = ({ data, width }: Pixels, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

export const jpeg = async (pixels: Pixels): Promise<Buffer> => Buffer.from(await encodePicture(pixels, 90));

/** An APP1 segment as phones write it: which way is up, and where the picture was taken (31° N, 121° E). */
const exif = (orientation: number): Buffer => {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const count = (entries: number) => Buffer.from([entries, 0]);
  const end = Buffer.alloc(4);
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  const rationalsAt = gpsAt + 2 + 2 * 12 + 4;
  const rationals = Buffer.alloc(24);
  for (const [index, value] of [31, 1, 13, 1, 9, 1].entries()) rationals.writeUInt32LE(value, index * 4);
  const tiff = Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]),
    count(2),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, gpsAt),
    end,
    count(2),
    entry(0x0001, 2, 2, 'N'.charCodeAt(0)),
    entry(0x0002, 5, 3, rationalsAt),
    end,
    rationals,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

export const withExif = (file: Buffer, orientation: number): Buffer =>
  Buffer.concat([file.subarray(0, 2), exif(orientation), file.subarray(2)]);

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  crc.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, crc]);
};

/** A PNG with an alpha channel; `claimed` writes another size into its header than it has. */
export const png = ({ data, width, height }: Pixels, claimed = { width, height }): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.from([0, ...data.subarray(row * width * 4, (row + 1) * width * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Red on the left, blue on the right, 40 × 20, in the three forms of WebP; the extended one has alpha. */
export const WEBPS = {
  lossy:
    'UklGRngAAABXRUJQVlA4IGwAAAAQBQCdASooABQAPjEUiEKiISEYBAAgAwSgB4qfAPwg4QIYB+AFd/7gABrbIIvugqqAAP72vgf//PzLK3YM///s8vs8vs8v+yPnwtHYHYsIbvZ5es0MEg0f7JWznbBWKhU3qWX7enaQ543rgAA=',
  lossless: 'UklGRioAAABXRUJQVlA4TB4AAAAvJ8AEAA8wFKdAPg73/EcLBAKEA/+1BgRE9D9K2AM=',
  extended:
    'UklGRrYAAABXRUJQVlA4WAoAAAAQAAAAJwAAEwAAQUxQSBcAAAABDzD/ERGCSNtm/tXOwdjRBUT0P5n2CgBWUDggeAAAADAFAJ0BKigAFAA+MRSIQqIhIRgEACADBKAHip8A/CDhAhgH4AV3/uAAGtrQn32qM7AAAP72vgf//PzLK3YM///s8vs8vs8v+yVuGAV9jenyM/8WBGcwwsVv7PL1mhgkGj/ZK2c7YKxUKm9Sy/b07SMbDl+TRYAAAA==',
};

export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>',
);
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(100),
]);
