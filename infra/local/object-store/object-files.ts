import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectError } from './object-error.ts';

export type StoredObject = { contentType: string; cacheControl?: string | undefined; content: Buffer };

/** Objects as files of one folder, each whole in one file: a line of what it is, then its bytes. */
export type ObjectFiles = {
  find: (key: string) => Promise<StoredObject | undefined>;
  put: (key: string, object: StoredObject) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

/** Opens a folder of objects, which is its owner's alone. */
export function openObjectFiles(folder: string): ObjectFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (key: string) => {
    // The ending keeps `..` from being a way out.
    const name = `${encodeURIComponent(key)}.object`;
    if (key === '' || name.length > 200) throw new ObjectError('InvalidArgument', 'The key is too long.');
    return join(folder, name);
  };
  return {
    find: async (key) => {
      const file = await readFile(fileOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!file) return undefined;
      const end = file.indexOf('\n');
      return { ...JSON.parse(file.toString('utf8', 0, end)), content: file.subarray(end + 1) };
    },
    put: async (key, { content, ...about }) => {
      const file = fileOf(key);
      const unfinished = join(folder, `${randomBytes(9).toString('base64url')}.unfinished`);
      const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), content]);
      await writeFile(unfinished, bytes, { mode: 0o600 });
      await rename(unfinished, file);
    },
    remove: (key) => rm(fileOf(key), { force: true }),
  };
}
