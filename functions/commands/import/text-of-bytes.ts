/** The encodings Chinese offices save in: UTF-8 with and without a mark, UTF-16 with one, else GB18030. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Bytes decoded at once: a border in the middle of a character is bridged by the decoder. */
const CHUNK = 256 * 1024;

/** The encoding of a text file, from its byte-order mark, or else from whether it is UTF-8 throughout. */
export const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const chunk of chunksOf(bytes)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
};

/** The text of a file piece by piece, without its byte-order mark. */
export function* textOfBytes(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (const chunk of chunksOf(bytes)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}
