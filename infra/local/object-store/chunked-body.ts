import { crc32 } from 'node:zlib';
import { ObjectError } from './object-error.ts';

/** How the SDK says that a body comes in chunks, with a checksum behind the last. */
export const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/**
 * Takes a body of `aws-chunked` encoding apart: `<length in hex>\r\n<bytes>\r\n`, a chunk of no length, then headers.
 * @throws ObjectError where it is malformed.
 */
export function readChunkedBody(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let from = 0;
  for (;;) {
    const end = body.indexOf('\r\n', from);
    const length = Number.parseInt(body.toString('latin1', from, Math.max(from, end)), 16);
    if (end < 0 || !(length >= 0)) throw new ObjectError('InvalidArgument', 'The body is not chunked.');
    from = end + 2;
    if (length === 0) break;
    if (from + length + 2 > body.length) throw new ObjectError('InvalidArgument', 'A chunk is cut off.');
    chunks.push(body.subarray(from, from + length));
    from += length + 2;
  }
  const lines = body.toString('latin1', from).split('\r\n').filter(Boolean);
  const trailers = lines.map((line) => [line.split(':')[0]?.toLowerCase(), line.replace(/^[^:]*: */, '')]);
  return { content: Buffer.concat(chunks), trailers: Object.fromEntries(trailers) };
}

/** @throws ObjectError where the content is not what its CRC-32 (base64) was made of. */
export function checkCrc32(content: Buffer, expected: unknown): void {
  if (typeof expected !== 'string') return;
  const found = Buffer.alloc(4);
  found.writeUInt32BE(crc32(content));
  if (found.toString('base64') !== expected) throw new ObjectError('BadDigest');
}
