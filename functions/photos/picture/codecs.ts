import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import type { PictureType } from './picture-header.ts';
import type { Pixels } from './shrink.ts';

/**
 * A codec's machine code, read once: from beside the bundle, where the build puts it, or from its package where the
 * sources run. Every picture gets an instance of its own, since one that gave up on a file is of no further use.
 */
const compiled = new Map<string, Promise<WebAssembly.Module>>();
const codec = (file: string): Promise<WebAssembly.Module> => {
  const known = compiled.get(file) ?? load(file);
  compiled.set(file, known);
  return known;
};
const load = async (file: string): Promise<WebAssembly.Module> => {
  const beside = join(import.meta.dirname, basename(file));
  const path = existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`@jsquash/${file}`);
  return WebAssembly.compile(await readFile(path));
};

/** How an emscripten module starts anew from its compiled code. */
const newInstance = (module: WebAssembly.Module) => ({
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  },
  // What a codec complains of, in a file that somebody sent, belongs into no log.
  print: () => {},
  printErr: () => {},
});

/** The picture in a file of a type, upright as its EXIF data (JPEG) say. Rejects where it cannot be decoded. */
export const decodePicture = async (bytes: Uint8Array, type: PictureType): Promise<Pixels> => {
  // The codecs take their input's whole buffer.
  const buffer = new Uint8Array(bytes).buffer;
  switch (type) {
    case 'image/jpeg':
      await initJpegDecoder(newInstance(await codec('jpeg/codec/dec/mozjpeg_dec.wasm')));
      return decodeJpeg(buffer, { preserveOrientation: true });
    case 'image/png':
      await initPngDecoder(await codec('png/codec/pkg/squoosh_png_bg.wasm'));
      return decodePng(buffer);
    case 'image/webp':
      await initWebpDecoder(newInstance(await codec('webp/codec/dec/webp_dec.wasm')));
      return decodeWebp(buffer);
  }
};

/** The picture as JPEG, without EXIF or any other data beside it. */
export const encodePicture = async (pixels: Pixels, quality: number): Promise<Uint8Array> => {
  await initJpegEncoder(newInstance(await codec('jpeg/codec/enc/mozjpeg_enc.wasm')));
  return new Uint8Array(await encodeJpeg({ ...pixels, colorSpace: 'srgb' } as ImageData, { quality }));
};
