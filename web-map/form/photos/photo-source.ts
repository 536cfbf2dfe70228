import type { Client } from '../../../shared/api/client.ts';
import type { Photo } from '../../../shared/photo/photo.ts';
import { PHOTO_LIMITS } from '../../../shared/photo/photo-limits.ts';

/** Why a file is not taken: said before anything is sent. */
export type PhotoRefusal = 'photoHeic' | 'photoType' | 'photoTooLarge';

/** What is wrong with a file, as far as its name, type and size tell. */
export const refusalOf = ({
  name,
  type,
  size,
}: Pick<File, 'name' | 'type' | 'size'>): PhotoRefusal | undefined => {
  if (/^image\/hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name)) return 'photoHeic';
  // WeChat's browser leaves the type out at times; the server looks for itself.
  if (type !== '' && !(PHOTO_LIMITS.types as readonly string[]).includes(type)) return 'photoType';
  return size > PHOTO_LIMITS.mostBytes ? 'photoTooLarge' : undefined;
};

/** Where pictures go: uploaded with its progress (0 to 1), and shown from. */
export type PhotoSource = {
  upload(file: File, onProgress: (part: number) => void): Promise<Photo>;
  imageOf(id: string, size: 'full' | 'thumbnail'): string;
};

/** Pictures of this system: a place for each, the bytes by presigned POST, then read and checked. */
export const photoSource = (call: Client): PhotoSource => ({
  async upload(file, onProgress) {
    const contentType = file.type || 'image/jpeg';
    const { photo, upload } = await call('createPhoto', {
      body: { contentType, bytes: file.size },
      idempotencyKey: crypto.getRandomValues(new Uint32Array(4)).join('-'),
    });
    await post(upload, file, onProgress);
    return call('completePhoto', { params: { id: photo.id } });
  },
  imageOf: (id, size) => `/v1/photos/${id}/${size}`,
});

/** The presigned POST: its fields first, the file last. By XMLHttpRequest, for `fetch` knows no progress. */
const post = (
  { url, fields }: { url: string; fields: Record<string, string> },
  file: File,
  onProgress: (part: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`HTTP ${request.status}`));
    request.onerror = () => reject(new Error('no network'));
    request.ontimeout = request.onerror;
    request.timeout = 120_000;
    request.open('POST', url);
    request.send(form);
  });
