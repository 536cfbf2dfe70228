import { open } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { BrokenOsm, type OsmHandler, type OsmHead, type OsmReader } from './osm-reader.ts';
import { readPbfBlock } from './pbf-block.ts';
import { eachField } from './protobuf.ts';

/** What the format allows: https://wiki.openstreetmap.org/wiki/PBF_Format. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOCK_BYTES = 32 * 1024 * 1024;

const KNOWN_FEATURES = ['OsmSchema-V0.6', 'DenseNodes'];

/** Reads OpenStreetMap's PBF, one block of at most 32 MB at a time. */
export const osmPbf = (file: string): OsmReader => ({
  head: async () => {
    let head: OsmHead = { date: undefined };
    await eachBlock(file, (kind, bytes, block) => {
      if (kind === 'OSMHeader') head = readHead(bytes, block);
      return false;
    });
    return head;
  },
  read: async (handler: OsmHandler) => {
    await eachBlock(file, (kind, bytes, block) => {
      if (kind === 'OSMHeader') readHead(bytes, block);
      else if (kind === 'OSMData') readPbfBlock(bytes, handler);
      return true;
    });
  },
});

/** Calls `on` with each block, unpacked, until it answers false. */
const eachBlock = async (
  file: string,
  on: (kind: string, bytes: Uint8Array, block: number) => boolean,
): Promise<void> => {
  const handle = await open(file);
  let block = 1;
  try {
    const bytesAt = async (length: number, isEndAllowed = false): Promise<Uint8Array | undefined> => {
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled);
        if (bytesRead === 0 && filled === 0 && isEndAllowed) return undefined;
        if (bytesRead === 0) throw new BrokenOsm('pbf', block);
        filled += bytesRead;
      }
      return bytes;
    };
    for (; ; block++) {
      const lengthBytes = await bytesAt(4, true);
      if (!lengthBytes) break;
      const headerLength = new DataView(lengthBytes.buffer).getUint32(0);
      if (headerLength > MOST_HEADER_BYTES) throw new BrokenOsm('pbf', block);
      const { kind, length } = readBlobHeader((await bytesAt(headerLength)) as Uint8Array);
      if (length > MOST_BLOCK_BYTES) throw new BrokenOsm('pbf', block);
      if (!on(kind, unpack((await bytesAt(length)) as Uint8Array, block), block)) return;
    }
    if (block === 1) throw new BrokenOsm('pbf', block);
  } catch (error) {
    const isDamage =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER)/.test(`${error.code}`));
    throw isDamage ? new BrokenOsm('pbf', block) : error;
  } finally {
    await handle.close();
  }
};

const readBlobHeader = (bytes: Uint8Array): { kind: string; length: number } => {
  const header = { kind: '', length: 0 };
  eachField(bytes, (number, message) => {
    if (number === 1) header.kind = message.text();
    else if (number === 3) header.length = message.unsigned();
    else return false;
    return true;
  });
  return header;
};

const unpack = (blob: Uint8Array, block: number): Uint8Array => {
  let unpacked: Uint8Array | undefined;
  eachField(blob, (number, message) => {
    if (number === 1) unpacked = message.block();
    else if (number === 3) unpacked = inflateSync(message.block(), { maxOutputLength: MOST_BLOCK_BYTES });
    else return false;
    return true;
  });
  // Packed by another method than zlib, which everybody writes.
  if (!unpacked) throw new BrokenOsm('feature', block, 'lzma, lz4, zstd');
  return unpacked;
};

const readHead = (bytes: Uint8Array, block: number): OsmHead => {
  let seconds: number | undefined;
  eachField(bytes, (number, message) => {
    if (number === 4) {
      const feature = message.text();
      if (!KNOWN_FEATURES.includes(feature)) throw new BrokenOsm('feature', block, feature);
    } else if (number === 32) seconds = message.twosComplement();
    else return false;
    return true;
  });
  return { date: seconds ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined };
};
