import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Light modules around a QR code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/** A QR code as a PNG: square, black on white, about as wide as asked for and never blurred. */
export function qrImage(text: string, width: number): Buffer {
  const { data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const scale = Math.max(1, Math.floor(width / data.length));
  const side = data.length * scale;
  // One byte for the filter of each line (none), then one byte for each pixel.
  const lines = data.map((modules) =>
    Buffer.from([0, ...modules.flatMap((isDark) => Array<number>(scale).fill(isDark ? 0 : 255))]),
  );
  return grayPng(side, Buffer.concat(lines.flatMap((line) => Array<Buffer>(scale).fill(line))));
}

/** A greyscale PNG of eight bits (RFC 2083) from its filtered lines. */
function grayPng(side: number, lines: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
