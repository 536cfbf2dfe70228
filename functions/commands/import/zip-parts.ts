import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** A part of a zip file by name, inflated. */
export type ZipPart = { name: string; bytes: Uint8Array };

/**
 * Inflates the parts of a zip file one after the other and stops beyond `mostBytes` in all: what the directory
 * says of sizes may be a lie, so it is not believed. Undefined when the bytes are no zip file.
 * @throws RangeError when the parts are larger together.
 */
export function* zipParts(zip: Buffer, mostBytes: number): Generator<ZipPart> {
  let left = mostBytes;
  for (const { name, method, from, size } of entriesOf(zip)) {
    const packed = zip.subarray(from, from + size);
    const bytes =
      method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }) : packed;
    left -= bytes.length;
    if (left < 0) throw new RangeError('the parts are too large');
    yield { name, bytes };
  }
}

/** The entries of the central directory, each with where its data stands. */
function* entriesOf(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) return;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    if (local + 30 > zip.length) return;
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      from: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
