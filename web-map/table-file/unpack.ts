import { MOST_INFLATED_BYTES } from './limits.ts';
import { FileRefusal } from './refusal.ts';

/** A part of a zip file, unpacked. */
export type Part = { name: string; bytes: Uint8Array };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const DEFLATED = 8;

/**
 * Unpacks the parts of a zip file that are wanted and stops beyond the limit: what the directory says of sizes is not
 * believed. @throws FileRefusal.
 */
export async function unpack(zip: Uint8Array, isWanted: (name: string) => boolean): Promise<Part[]> {
  if (typeof DecompressionStream === 'undefined') throw new FileRefusal('old_browser');
  let left = MOST_INFLATED_BYTES;
  const parts: Part[] = [];
  for (const { name, method, packed } of entriesOf(zip)) {
    if (!isWanted(name)) continue;
    const bytes = method === DEFLATED ? await inflate(packed, left) : packed;
    left -= bytes.length;
    if (left < 0) throw new FileRefusal('inflates_too_far');
    parts.push({ name, bytes });
  }
  return parts;
}

function* entriesOf(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new FileRefusal('broken_workbook');
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= zip.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > zip.length) throw new FileRefusal('broken_workbook');
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield {
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: zip.subarray(from, from + view.getUint32(at + 20, true)),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FileRefusal('broken_workbook');
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      void reader.cancel();
      throw new FileRefusal('inflates_too_far');
    }
    pieces.push(value);
  }
  return joined(pieces, size);
}

/**
 * The parts as a zip file that is only put together, not packed. The reader of workbooks unpacks large parts in a
 * worker made from text, which the site's content security policy does not let it make.
 */
export function pack(parts: readonly Part[]): ArrayBuffer {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const encoded = new TextEncoder().encode(name);
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, LOCAL_HEADER, true);
    writeSizes(local, 14, bytes.length, encoded.length);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, DIRECTORY_ENTRY, true);
    writeSizes(entry, 16, bytes.length, encoded.length);
    entry.setUint32(42, offset, true);
    pieces.push(new Uint8Array(local.buffer), encoded, bytes);
    directory.push(new Uint8Array(entry.buffer), encoded);
    offset += 30 + encoded.length + bytes.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END_OF_DIRECTORY, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  const all = [...pieces, ...directory, new Uint8Array(end.buffer)];
  return joined(all, offset + directorySize + 22).buffer as ArrayBuffer;
}

/** Check sum (of which nothing is made), packed size, size and the name's length stand in a row. */
const writeSizes = (header: DataView, at: number, size: number, nameLength: number): void => {
  header.setUint32(at + 4, size, true);
  header.setUint32(at + 8, size, true);
  header.setUint16(at + 12, nameLength, true);
};

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};
