import { MOST_BYTES, MOST_MILLISECONDS } from './limits.ts';
import { FileRefusal, type RefusalCode } from './refusal.ts';
import type { FileRow } from './row.ts';

/** Reads a file in a thread of its own, which is ended where it takes too long. @throws FileRefusal. */
export async function readInWorker(file: File): Promise<FileRow[]> {
  if (file.size > MOST_BYTES) throw new FileRefusal('too_large');
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url));
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<FileRow[]>((resolve, reject) => {
      timer = setTimeout(() => reject(new FileRefusal('took_too_long')), MOST_MILLISECONDS);
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<{ rows?: FileRow[]; refused?: RefusalCode }>) =>
          data.rows ? resolve(data.rows) : reject(new FileRefusal(data.refused ?? 'broken_csv')),
      );
      worker.addEventListener('error', () => reject(new FileRefusal('took_too_long')));
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
