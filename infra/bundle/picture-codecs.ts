import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** The machine code that the photos' bundle reads from beside itself (`functions/photos/picture/codecs.ts`). */
const CODECS = [
  '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  '@jsquash/webp/codec/dec/webp_dec.wasm',
];

/** Puts the codecs of pictures beside the bundle of the photos. */
export function copyPictureCodecs(functionsFolder: string): void {
  const folder = join(functionsFolder, 'photos');
  mkdirSync(folder, { recursive: true });
  for (const name of CODECS) {
    const source = createRequire(import.meta.url).resolve(name);
    const target = join(folder, basename(name));
    if (existsSync(target) && readFileSync(target).equals(readFileSync(source))) continue;
    // Another process may be loading this very file: it finds the old one or the new one, never half of it.
    const unfinished = `${target}.${process.pid}`;
    copyFileSync(source, unfinished);
    renameSync(unfinished, target);
  }
}
